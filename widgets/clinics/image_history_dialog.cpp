// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/image_history_dialog.h"

#include "clinics/flat_table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace limpid {

ImageHistoryDialog::ImageHistoryDialog(QWidget* parent)
    : QDialog(parent)
    , m_question(new QLabel(this))
    , m_image(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_look(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_table(makeFlatTable(m_events, "imageEvents", this)) {
    resize(900, 420);
    m_image->setObjectName(QStringLiteral("historyImage"));
    m_browse->setObjectName(QStringLiteral("historyBrowse"));
    m_look->setObjectName(QStringLiteral("historyLook"));
    m_note->setObjectName(QStringLiteral("historyNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_question->setBuddy(m_image);
    m_browse->setAutoDefault(false);
    m_look->setDefault(true);

    auto* asking = new QHBoxLayout;
    asking->addWidget(m_question);
    asking->addWidget(m_image, 1);
    asking->addWidget(m_browse);
    asking->addWidget(m_look);
    auto* column = new QVBoxLayout(this);
    column->addLayout(asking);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);

    connect(m_look, &QPushButton::clicked, this, &ImageHistoryDialog::askFor);
    connect(m_browse, &QPushButton::clicked, this, &ImageHistoryDialog::browseRequested);
    connect(m_image, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_look->setEnabled(!text.trimmed().isEmpty()); });
    m_look->setEnabled(false);
    retranslate();
}

void ImageHistoryDialog::lookUp(const QString& image) {
    m_image->setText(image);
    askFor();
}

void ImageHistoryDialog::setEvents(const QString& image, const QList<ClinicEvent>& events) {
    if (image != m_asked)
        return;
    m_answered = true;
    m_problem.clear();
    m_events.setEvents(events);
    fitColumns(*m_table);
    showNote();
}

void ImageHistoryDialog::setProblem(const QString& image, const QString& sentence) {
    if (image != m_asked)
        return;
    m_problem = sentence;
    m_events.setEvents({});
    showNote();
}

void ImageHistoryDialog::askFor() {
    m_asked = m_image->text().trimmed();
    if (m_asked.isEmpty())
        return;
    m_answered = false;
    m_problem.clear();
    showNote();
    Q_EMIT lookUpRequested(m_asked);
}

void ImageHistoryDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImageHistoryDialog::showNote() {
    if (!m_problem.isEmpty())
        m_note->setText(m_problem);
    else if (m_asked.isEmpty())
        m_note->setText(tr("A file counts by its contents, whatever it is called; originals and results are found "
                           "alike. A name or a SHA-256 will do too."));
    else if (!m_answered)
        m_note->setText(tr("Looking\u2026"));
    else if (m_events.rowCount() == 0)
        m_note->setText(tr("Nothing is on record about this image."));
    else
        m_note->setText(tr("Entries on record about this image: %1").arg(locale().toString(m_events.rowCount())));
}

void ImageHistoryDialog::retranslate() {
    setWindowTitle(tr("History of an image"));
    m_question->setText(tr("&Image:"));
    m_image->setAccessibleName(tr("File, SHA-256 or name of the image"));
    m_image->setPlaceholderText(tr("File, SHA-256 or name"));
    m_browse->setText(tr("&Choose a file\u2026"));
    m_look->setText(tr("&Show"));
    m_look->setAccessibleName(tr("Show the history of this image"));
    m_table->setAccessibleName(tr("History of the image"));
    m_events.retranslate();
    fitColumns(*m_table);
    showNote();
}

} // namespace limpid
