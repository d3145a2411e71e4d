// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/filter_bar.h"

#include "browser/image_filter_model.h"
#include "browser/image_list_model.h"
#include "common/flow_layout.h"
#include "guard/guard_words.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <iterator>

namespace limpid {

namespace {

/// Replaces the texts and keeps what is chosen. The first item stands for "any".
void relabel(QComboBox& box, const QStringList& texts) {
    const QSignalBlocker blocker(box);
    const int chosen = std::max(0, box.currentIndex());
    box.clear();
    box.addItems(texts);
    box.setCurrentIndex(std::min(chosen, box.count() - 1));
}

/// The value at the box's place in `values`; nothing for the first item, "any".
template <typename Value, std::size_t count>
std::optional<Value> chosen(const QComboBox& box, const Value (&values)[count]) {
    const int index = box.currentIndex() - 1;
    if (index < 0 || index >= static_cast<int>(count))
        return std::nullopt;
    return values[index];
}

constexpr ImageQuality qualities[] = {ImageQuality::Good, ImageQuality::Usable, ImageQuality::Reject,
                                      ImageQuality::Unknown};
constexpr PickerVerdict decisions[] = {PickerVerdict::Accepted, PickerVerdict::Rejected, PickerVerdict::Unknown};
/// The item behind the decisions.
constexpr int decidedByHand = static_cast<int>(std::size(decisions)) + 1;
constexpr GuardChoice choices[] = {GuardChoice::Adapted, GuardChoice::Source, GuardChoice::Original};
constexpr ImageFlag flags[] = {ImageFlag::Pick, ImageFlag::Reject, ImageFlag::None};

} // namespace

FilterBar::FilterBar(ImageFilterModel& images, QWidget* parent)
    : QWidget(parent)
    , m_images(images)
    , m_text(new QLineEdit(this))
    , m_quality(new QComboBox(this))
    , m_decision(new QComboBox(this))
    , m_shown(new QComboBox(this))
    , m_modality(new QComboBox(this))
    , m_stars(new QComboBox(this))
    , m_flag(new QComboBox(this))
    , m_orderLabel(new QLabel(this))
    , m_order(new QComboBox(this))
    , m_direction(new QToolButton(this))
    , m_counts(new QLabel(this))
    , m_clear(new QToolButton(this)) {
    m_text->setObjectName(QStringLiteral("filterText"));
    m_quality->setObjectName(QStringLiteral("filterQuality"));
    m_decision->setObjectName(QStringLiteral("filterDecision"));
    m_shown->setObjectName(QStringLiteral("filterShown"));
    m_modality->setObjectName(QStringLiteral("filterModality"));
    m_stars->setObjectName(QStringLiteral("filterStars"));
    m_flag->setObjectName(QStringLiteral("filterFlag"));
    m_order->setObjectName(QStringLiteral("imageOrder"));
    m_direction->setObjectName(QStringLiteral("imageOrderDirection"));
    m_counts->setObjectName(QStringLiteral("filterCounts"));
    m_clear->setObjectName(QStringLiteral("clearFilters"));

    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * 20);
    m_direction->setAutoRaise(true);
    m_direction->setCheckable(true);
    m_orderLabel->setBuddy(m_order);

    auto* line = new FlowLayout(this);
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(8);
    for (QWidget* part :
         {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_quality), static_cast<QWidget*>(m_decision),
          static_cast<QWidget*>(m_shown), static_cast<QWidget*>(m_modality), static_cast<QWidget*>(m_stars),
          static_cast<QWidget*>(m_flag), static_cast<QWidget*>(m_orderLabel), static_cast<QWidget*>(m_order),
          static_cast<QWidget*>(m_direction), static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_clear)})
        line->addWidget(part);

    retranslate();
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::apply);
    for (auto* box : {m_quality, m_decision, m_shown, m_modality, m_stars, m_flag, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(m_direction, &QToolButton::toggled, this, &FilterBar::apply);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clearFilters);
    connect(&m_images.images(), &ImageListModel::modalitiesChanged, this, &FilterBar::fillModalities);
    connect(&m_images.images(), &ImageListModel::guardedChanged, this, &FilterBar::showGuarded);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_images, signal, this, &FilterBar::showState);
    connect(&m_images, &QAbstractItemModel::modelReset, this, &FilterBar::showState);
    connect(&m_images.images(), &QAbstractItemModel::rowsInserted, this, &FilterBar::showState);
    connect(&m_images, &ImageFilterModel::filterChanged, this, &FilterBar::showState);
}

void FilterBar::beginFinding() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::clearFilters() {
    {
        const QSignalBlocker blocker(m_text);
        m_text->clear();
    }
    for (auto* box : {m_quality, m_decision, m_shown, m_modality, m_stars, m_flag}) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(0);
    }
    apply();
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::retranslate() {
    setAccessibleName(tr("Filters and order of the images"));
    m_text->setPlaceholderText(tr("Find by name"));
    m_text->setAccessibleName(tr("Find images by name"));
    relabel(*m_quality, {tr("Any quality"), tr("Quality good"), tr("Quality usable"), tr("Quality reject"),
                         tr("Quality not known")});
    m_quality->setAccessibleName(tr("Filter by quality"));
    relabel(*m_decision, {tr("Any decision"), tr("Accepted"), tr("Rejected"), tr("Not judged"), tr("Decided by hand")});
    m_decision->setAccessibleName(tr("Filter by the decision about the pseudo-label"));
    m_decision->setToolTip(tr("What the picker, or a person, decided about the image's pseudo-label in the last run"));
    relabel(*m_shown, {tr("Any result"), guardChoiceWords(GuardChoice::Adapted), guardChoiceWords(GuardChoice::Source),
                       guardChoiceWords(GuardChoice::Original)});
    m_shown->setAccessibleName(tr("Filter by the result that is shown"));
    m_shown->setToolTip(tr("Whose result is shown with the model in use: the adapted model's, that of the model it was "
                           "adapted from, or the photograph as it was taken"));
    m_modality->setAccessibleName(tr("Filter by modality"));
    QStringList stars{tr("Any stars")};
    for (int least = 1; least <= mostStars; ++least)
        stars << (least == mostStars ? tr("%n stars", nullptr, least) : tr("%n stars or more", nullptr, least));
    relabel(*m_stars, stars);
    m_stars->setAccessibleName(tr("Filter by stars"));
    relabel(*m_flag, {tr("Any flag"), tr("Picks"), tr("Rejects"), tr("Without flag")});
    m_flag->setAccessibleName(tr("Filter by flag"));
    m_orderLabel->setText(tr("Sort by"));
    relabel(*m_order, {tr("Name"), tr("Date"), tr("Quality"), tr("Gain")});
    m_order->setToolTip(
        tr("Quality is what the quality judge says of the photograph as it is. Gain is by how much "
           "enhancing raised the judge's probability of \u201cgood\u201d; images that were not enhanced stand "
           "last."));
    m_order->setAccessibleName(tr("Sort the images by"));
    m_clear->setText(tr("Clear filters"));
    fillModalities();
    showGuarded();
    showState();
}

void FilterBar::showGuarded() {
    if (!m_images.images().isGuarded())
        m_shown->setCurrentIndex(0);
    m_shown->setVisible(m_images.images().isGuarded());
}

void FilterBar::fillModalities() {
    const auto before = m_modality->currentIndex() > 0 ? m_modality->currentText() : QString();
    const auto& known = m_images.images().modalities();
    {
        const QSignalBlocker blocker(m_modality);
        m_modality->clear();
        m_modality->addItem(tr("Any modality"));
        m_modality->addItems(known);
        m_modality->setCurrentIndex(static_cast<int>(known.indexOf(before)) + 1);
    }
    // A choice of one is none.
    m_modality->setVisible(known.size() > 1 || !before.isEmpty());
    if (m_images.filter().modality != (m_modality->currentIndex() > 0 ? m_modality->currentText() : QString()))
        apply();
}

void FilterBar::apply() {
    ImageFilter filter;
    filter.text = m_text->text().trimmed();
    filter.quality = chosen(*m_quality, qualities);
    filter.decision = chosen(*m_decision, decisions);
    filter.byHand = m_decision->currentIndex() == decidedByHand;
    filter.shown = chosen(*m_shown, choices);
    filter.flag = chosen(*m_flag, flags);
    filter.leastStars = m_stars->currentIndex();
    if (m_modality->currentIndex() > 0)
        filter.modality = m_modality->currentText();
    m_images.setFilter(filter);
    m_images.sortBy(static_cast<ImageOrder>(m_order->currentIndex()),
                    m_direction->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
    showState();
}

void FilterBar::showState() {
    const int all = m_images.images().rowCount();
    const bool filtered = m_images.filter().isActive();
    m_counts->setText(filtered ? tr("Filtered: showing %1 of %n images", nullptr, all).arg(m_images.rowCount())
                               : tr("%n images", nullptr, all));
    m_clear->setVisible(filtered);
    const bool falling = m_direction->isChecked();
    m_direction->setText(falling ? QStringLiteral("\u2193") : QStringLiteral("\u2191"));
    const auto words = falling ? tr("Falling order; press for rising") : tr("Rising order; press for falling");
    m_direction->setToolTip(words);
    m_direction->setAccessibleName(words);
}

} // namespace limpid
