// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/picker_page.h"

#include "picker/pick_detail.h"
#include "picker/pseudo_label_filter.h"
#include "picker/pseudo_label_model.h"
#include "picker/pseudo_label_views.h"
#include "picker/score_histogram.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

PickerPage::PickerPage(PseudoLabelModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new PseudoLabelFilter(this))
    , m_epoch(new QComboBox(this))
    , m_show(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_asGrid(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_exportMenu(new QMenu(this))
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
    , m_quality(new ScoreHistogram(PickJudge::Quality, this))
    , m_structure(new ScoreHistogram(PickJudge::Structure, this))
    , m_detail(new PickDetail(this))
    , m_useThresholds(new QPushButton(this)) {
    m_filter->setSourceModel(&model);
    m_views = new PseudoLabelViews(*m_filter, this);
    m_epoch->setObjectName(QStringLiteral("pickEpoch"));
    m_show->setObjectName(QStringLiteral("pickShow"));
    for (const auto show : {PseudoLabelFilter::Show::All, PseudoLabelFilter::Show::Accepted,
                            PseudoLabelFilter::Show::Rejected, PseudoLabelFilter::Show::Changed})
        m_show->addItem({}, static_cast<int>(show));
    m_text->setObjectName(QStringLiteral("pickText"));
    m_text->setClearButtonEnabled(true);
    m_asGrid->setObjectName(QStringLiteral("pickAsGrid"));
    m_asGrid->setCheckable(true);
    m_asGrid->setFocusPolicy(Qt::StrongFocus);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(m_exportMenu);
    m_export->setFocusPolicy(Qt::StrongFocus);
    m_count->setObjectName(QStringLiteral("pickCount"));
    m_useThresholds->setObjectName(QStringLiteral("useThresholds"));
    m_useThresholds->setAutoDefault(false);
    m_note->setObjectName(QStringLiteral("pickNote"));
    m_note->setWordWrap(true);
    arrange();
    connectParts();
    retranslate();
    fillEpochs();
    showRecords();
}

void PickerPage::arrange() {
    auto* tools = new QHBoxLayout;
    for (auto* widget : std::initializer_list<QWidget*>{m_epoch, m_show})
        tools->addWidget(widget);
    tools->addWidget(m_text, 1);
    tools->addWidget(m_count);
    tools->addWidget(m_asGrid);
    tools->addWidget(m_export);

    auto* right = new QSplitter(Qt::Vertical);
    right->addWidget(m_detail);
    auto* histograms = new QWidget;
    auto* below = new QVBoxLayout(histograms);
    below->setContentsMargins(0, 0, 0, 0);
    auto* beside = new QHBoxLayout;
    beside->addWidget(m_quality);
    beside->addWidget(m_structure);
    below->addLayout(beside, 1);
    below->addWidget(m_useThresholds, 0, Qt::AlignLeft);
    right->addWidget(histograms);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(m_views);
    sides->addWidget(right);
    sides->setStretchFactor(0, 1);
    sides->setStretchFactor(1, 1);
    sides->setChildrenCollapsible(false);
    sides->setSizes({650, 700});
    right->setSizes({440, 300});

    auto* column = new QVBoxLayout(this);
    column->addLayout(tools);
    column->addWidget(sides, 1);
    column->addWidget(m_note);
}

void PickerPage::connectParts() {
    connect(m_epoch, &QComboBox::activated, this, [this] { m_model.showEpoch(m_epoch->currentData().toInt()); });
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setShow(static_cast<PseudoLabelFilter::Show>(m_show->currentData().toInt()));
        showCount();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showCount();
    });
    connect(m_asGrid, &QToolButton::toggled, m_views, &PseudoLabelViews::showGrid);
    for (const auto format : {PickFormat::Csv, PickFormat::Json})
        connect(m_exportMenu->addAction(QString()), &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
    connect(&m_model, &PseudoLabelModel::epochsChanged, this, &PickerPage::fillEpochs);
    connect(&m_model, &PseudoLabelModel::shownEpochChanged, this, &PickerPage::fillEpochs);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PickerPage::showRecords);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PickerPage::showDetail);
    connect(m_views, &PseudoLabelViews::currentRowChanged, this, &PickerPage::showDetail);
    connect(m_views, &PseudoLabelViews::overrideChosen, this, &PickerPage::decide);
    connect(m_detail, &PickDetail::overrideChosen, this, &PickerPage::decide);
    connect(m_views, &PseudoLabelViews::imagesWanted, this,
            [this](const QStringList& names) { Q_EMIT imagesRequested(m_model.shownEpoch(), names); });
    connect(m_quality, &ScoreHistogram::thresholdMoved, m_structure, &ScoreHistogram::setOtherThreshold);
    connect(m_structure, &ScoreHistogram::thresholdMoved, m_quality, &ScoreHistogram::setOtherThreshold);
    for (auto* histogram : {m_quality, m_structure})
        connect(histogram, &ScoreHistogram::thresholdMoved, this, &PickerPage::showThresholdButton);
    connect(m_useThresholds, &QPushButton::clicked, this, &PickerPage::handOverThresholds);
}

void PickerPage::setRunning(bool running) {
    if (running && !m_running) // another run begins with the judges' own
        m_newest = m_used = {};
    m_running = running;
    showThresholdButton();
}

PickThresholds PickerPage::tried() const {
    return {m_quality->threshold(), m_structure->threshold()};
}

void PickerPage::handOverThresholds() {
    m_used = tried();
    const QLocale locale;
    say(tr("From the next step on the run accepts p(good) above %1 and structure scores up to %2; the decisions here "
           "follow at the next evaluation.")
            .arg(locale.toString(m_used.quality, 'f', 2), locale.toString(m_used.structure, 'f', 2)));
    showThresholdButton();
    Q_EMIT thresholdsRequested(m_used);
}

void PickerPage::showThresholdButton() {
    m_useThresholds->setVisible(m_running);
    m_useThresholds->setEnabled(m_running && tried() != m_used);
}

void PickerPage::say(const QString& note) {
    m_note->setText(note);
    m_note->show();
}

QByteArray PickerPage::exported(PickFormat format) const {
    return format == PickFormat::Csv ? picksAsCsv(m_model.records()) : picksAsJson(m_model.records());
}

void PickerPage::decide(PickOverride decision) {
    const auto names = m_views->selectedNames();
    if (names.isEmpty())
        return;
    m_model.setOverride(names, decision);
    const int count = static_cast<int>(names.size());
    if (decision == PickOverride::Pick)
        say(tr("%n pseudo-label(s) accepted by hand; used from the next step.", nullptr, count));
    else if (decision == PickOverride::Reject)
        say(tr("%n pseudo-label(s) rejected by hand; left out from the next step.", nullptr, count));
    else
        say(tr("%n pseudo-label(s) left to the picker from the next step.", nullptr, count));
    // What is decided by hand no longer follows the thresholds.
    showRecords();
    Q_EMIT overrideRequested(names, decision);
}

void PickerPage::fillEpochs() {
    const QSignalBlocker quiet(m_epoch);
    m_epoch->clear();
    for (const int epoch : m_model.epochs())
        m_epoch->addItem(epoch == 0 ? tr("Before the first step") : tr("Epoch %1").arg(epoch), epoch);
    m_epoch->setCurrentIndex(m_epoch->findData(m_model.shownEpoch()));
    m_epoch->setEnabled(m_epoch->count() > 1);
}

void PickerPage::showRecords() {
    const auto& records = m_model.records();
    PickThresholds inForce;
    if (!records.empty())
        inForce = {records.front().qualityThreshold, records.front().structureThreshold};
    // Only the newest epoch tells what the run uses.
    if (!m_model.epochs().empty() && m_model.shownEpoch() == m_model.epochs().back() && inForce != m_newest) {
        m_newest = inForce;
        m_used = inForce;
    }
    m_quality->setRecords(records, inForce);
    m_structure->setRecords(records, inForce);
    showThresholdButton();
    showDetail();
    showCount();
}

void PickerPage::showDetail() {
    const int row = m_views->currentRow();
    if (row < 0 || row >= m_model.rowCount()) {
        m_detail->setRecord(std::nullopt);
        return;
    }
    m_detail->setRecord(m_model.record(row));
}

void PickerPage::showCount() {
    const auto& records = m_model.records();
    const auto accepted =
        std::count_if(records.begin(), records.end(), [](const auto& record) { return record.accepted; });
    const QLocale locale;
    auto words = tr("%1 of %2 accepted")
                     .arg(locale.toString(static_cast<qlonglong>(accepted)),
                          locale.toString(static_cast<qlonglong>(records.size())));
    if (m_filter->rowCount() != m_model.rowCount())
        words = tr("%1 \u00b7 %2 shown").arg(words, locale.toString(m_filter->rowCount()));
    m_count->setText(words);
}

void PickerPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PickerPage::retranslate() {
    m_epoch->setAccessibleName(tr("Epoch"));
    m_show->setAccessibleName(tr("Which pseudo-labels are shown"));
    const QString shows[] = {tr("All"), tr("Accepted"), tr("Rejected"), tr("Changed since the last epoch")};
    for (int i = 0; i < 4; ++i)
        m_show->setItemText(i, shows[i]);
    m_text->setPlaceholderText(tr("Find by name or reason"));
    m_text->setAccessibleName(tr("Find by name or reason"));
    m_asGrid->setText(tr("Grid"));
    m_asGrid->setToolTip(tr("Show the pseudo-labels as a grid of thumbnails"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export the decisions of this epoch"));
    const QString formats[] = {tr("Table (CSV)\u2026"), tr("JSON\u2026")};
    for (int i = 0; i < 2; ++i)
        m_exportMenu->actions().at(i)->setText(formats[i]);
    m_useThresholds->setText(tr("Use these thresholds in the run"));
    m_useThresholds->setToolTip(tr("Have the picker judge by the lines' thresholds from the next step on"));
    // A note is said once and not kept for another language.
    m_note->clear();
    m_note->hide();
    fillEpochs();
    showCount();
}

} // namespace limpid
