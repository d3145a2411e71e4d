// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace limpid {

ExportDialog::ExportDialog(int selected, int all, const ExportOptions& options, QWidget* parent)
    : QDialog(parent)
    , m_selectedCount(selected)
    , m_allCount(all)
    , m_what(new QLabel(this))
    , m_selected(new QRadioButton(this))
    , m_all(new QRadioButton(this))
    , m_formatName(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_qualityName(new QLabel(this))
    , m_quality(new QSpinBox(this))
    , m_nativeDepth(new QCheckBox(this))
    , m_folderName(new QLabel(this))
    , m_folder(new QLineEdit(options.folder, this))
    , m_browse(new QPushButton(this))
    , m_overwrite(new QCheckBox(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("exportDialog"));
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setMinimumWidth(340);
    m_browse->setObjectName(QStringLiteral("exportBrowse"));
    m_browse->setAutoDefault(false);
    m_quality->setRange(1, 100);
    m_quality->setValue(options.jpegQuality);
    m_selected->setEnabled(selected > 0);
    m_all->setEnabled(all > 0);
    (selected > 0 ? m_selected : m_all)->setChecked(true);
    m_format->addItem(QString(), static_cast<int>(ExportFormat::Png));
    m_format->addItem(QString(), static_cast<int>(ExportFormat::Tiff));
    m_format->addItem(QString(), static_cast<int>(ExportFormat::Jpeg));
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(options.format)));
    m_nativeDepth->setChecked(options.nativeDepth);
    m_overwrite->setChecked(options.overwrite);
    m_sentence->setObjectName(QStringLiteral("exportSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMinimumHeight(m_sentence->fontMetrics().lineSpacing() * 4);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    arrange();

    connect(m_selected, &QRadioButton::toggled, this, &ExportDialog::refresh);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_overwrite, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString& path) {
        m_problem.clear();
        refresh();
        Q_EMIT folderChanged(path);
    });
    connect(m_browse, &QPushButton::clicked, this, [this] { Q_EMIT browseRequested(m_folder->text()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

ExportOptions ExportDialog::options() const {
    ExportOptions options;
    options.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    options.jpegQuality = m_quality->value();
    options.nativeDepth = m_nativeDepth->isChecked();
    options.overwrite = m_overwrite->isChecked();
    options.folder = m_folder->text();
    return options;
}

bool ExportDialog::exportsAll() const {
    return m_all->isChecked();
}

void ExportDialog::setFolder(const QString& path) {
    m_folder->setText(path);
}

void ExportDialog::setFolderProblem(const QString& sentence) {
    m_problem = sentence;
    refresh();
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportDialog::arrange() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(7);
    grid->addWidget(m_what, 0, 0);
    grid->addWidget(m_selected, 0, 1);
    grid->addWidget(m_all, 1, 1);
    grid->addWidget(m_formatName, 2, 0);
    grid->addWidget(m_format, 2, 1, Qt::AlignLeading);
    grid->addWidget(m_qualityName, 3, 0);
    grid->addWidget(m_quality, 3, 1, Qt::AlignLeading);
    grid->addWidget(m_nativeDepth, 4, 1);
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_folder, 1);
    place->addWidget(m_browse);
    grid->addWidget(m_folderName, 5, 0);
    grid->addLayout(place, 5, 1);
    grid->addWidget(m_overwrite, 6, 1);
    grid->setColumnStretch(1, 1);
    m_formatName->setBuddy(m_format);
    m_qualityName->setBuddy(m_quality);
    m_folderName->setBuddy(m_folder);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(grid);
    column->addWidget(m_sentence);
    column->addStretch(1);
    column->addWidget(m_buttons);
}

void ExportDialog::retranslate() {
    setWindowTitle(tr("Export enhanced images"));
    m_what->setText(tr("Images:"));
    m_selected->setText(tr("The &selected ones (%n)", nullptr, m_selectedCount));
    m_all->setText(tr("&All in the list (%n)", nullptr, m_allCount));
    m_formatName->setText(tr("&Kind of file:"));
    m_format->setItemText(0, tr("PNG (no loss)"));
    m_format->setItemText(1, tr("TIFF (no loss)"));
    m_format->setItemText(2, tr("JPEG (smaller, with loss)"));
    m_format->setAccessibleName(tr("Kind of file"));
    m_qualityName->setText(tr("JPEG &quality:"));
    m_quality->setSuffix(tr(" of 100"));
    m_quality->setAccessibleName(tr("JPEG quality, 1 to 100"));
    m_nativeDepth->setText(tr("Keep 1&6 bits per channel where the photograph has them"));
    m_folderName->setText(tr("&Folder:"));
    m_folder->setPlaceholderText(tr("A folder that is not the photographs' own"));
    m_folder->setAccessibleName(tr("Folder to write to"));
    m_browse->setText(tr("&Browse\u2026"));
    m_browse->setAccessibleName(tr("Choose the folder to write to"));
    m_overwrite->setText(tr("&Replace files of the same name"));
    m_sentence->setAccessibleName(tr("What will happen"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Export"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    refresh();
}

void ExportDialog::refresh() {
    const auto format = static_cast<ExportFormat>(m_format->currentData().toInt());
    const bool jpeg = format == ExportFormat::Jpeg;
    m_quality->setEnabled(jpeg);
    m_qualityName->setEnabled(jpeg);
    m_nativeDepth->setEnabled(!jpeg);
    const auto folder = m_folder->text().trimmed();
    const bool ready = !folder.isEmpty() && m_problem.isEmpty() && count() > 0;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(ready);

    auto sentence = m_problem.isEmpty() ? QString() : QStringLiteral("\u26a0 ") + m_problem;
    if (sentence.isEmpty() && folder.isEmpty())
        sentence = tr("Choose the folder that the images are written to.");
    if (sentence.isEmpty()) {
        static constexpr std::array names{"PNG", "TIFF", "JPEG"};
        sentence = tr("%n enhanced image(s) will be written as %1 at the photographs' own size to %2, each with a "
                      "record of how it was made.",
                      nullptr, count())
                       .arg(QLatin1String(names[static_cast<std::size_t>(format)]), folder);
        sentence += QLatin1Char(' ');
        sentence += m_overwrite->isChecked()
                        ? tr("Files of the same name there are replaced; the originals are not touched.")
                        : tr("Nothing there is replaced, and the originals are not touched.");
    }
    m_sentence->setText(sentence);
    m_sentence->setAccessibleDescription(sentence);
}

int ExportDialog::count() const {
    return exportsAll() ? m_allCount : m_selectedCount;
}

} // namespace limpid
