// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/degradation_panel.h"

#include "common/severity_bar.h"
#include "compare/degradation_words.h"

#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <string>

namespace limpid {

namespace {

constexpr int margin = 12; ///< Pixels around everything.
constexpr int gap = 10;    ///< Pixels between name, bar and grade.

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

QLabel* plainLabel(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

DegradationPanel::DegradationPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(plainLabel(QStringLiteral("degradationTitle"), this))
    , m_close(new QToolButton(this))
    , m_sentence(plainLabel(QStringLiteral("degradationSentence"), this))
    , m_note(plainLabel(QStringLiteral("degradationNote"), this)) {
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content());
    // Without a colour of its own, as the rest of the panel.
    area->viewport()->setAutoFillBackground(false);
    area->widget()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header());
    column->addWidget(area, 1);
    retranslate();
}

void DegradationPanel::setFinding(const DegradationFinding& finding) {
    m_finding = finding;
    showFinding();
}

void DegradationPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        arrangeRoom();
}

QWidget* DegradationPanel::header() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(margin, 6, 6, 0);
    m_title->setFont(bold(m_title->font()));
    m_close->setObjectName(QStringLiteral("degradationClose"));
    m_close->setText(QStringLiteral("\u2715")); // the style's icon can hardly be seen in the dark
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the images
    connect(m_close, &QToolButton::clicked, this, &DegradationPanel::closeRequested);
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    return box;
}

QWidget* DegradationPanel::content() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(margin, 6, margin, margin);
    column->setSpacing(14);
    for (auto* label : {m_sentence, m_note}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto small = m_note->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_note->setFont(small);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (std::size_t place = 0; place < gradedKinds.size(); ++place) {
        const auto kind = QString::fromStdString(std::string(kindName(gradedKinds[place])));
        auto& line = m_lines[place];
        line.name = plainLabel(QStringLiteral("degradationName.") + kind, box);
        line.bar = new SeverityBar(box);
        line.bar->setObjectName(QStringLiteral("degradationBar.") + kind);
        line.grade = plainLabel(QStringLiteral("degradationGrade.") + kind, box);
        const int row = static_cast<int>(place);
        grid->addWidget(line.name, row, 0);
        grid->addWidget(line.bar, row, 1, Qt::AlignVCenter);
        grid->addWidget(line.grade, row, 2);
    }
    column->addWidget(m_sentence);
    column->addLayout(grid);
    column->addWidget(m_note);
    column->addStretch(1);
    return box;
}

void DegradationPanel::retranslate() {
    m_title->setText(tr("Why is it poor?"));
    setAccessibleName(m_title->text());
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_note->setText(tr("Estimated by a network that learnt on photographs damaged on purpose: severities of synthetic "
                       "damage, no clinical scale."));
    for (std::size_t place = 0; place < gradedKinds.size(); ++place)
        m_lines[place].name->setText(damageName(gradedKinds[place]));
    arrangeRoom();
    showFinding();
}

void DegradationPanel::arrangeRoom() {
    // As wide as the longest words demand, and with room for three lines whatever is known of the image: nothing moves
    // when another one is chosen.
    const QFontMetrics heavy(bold(font()));
    int names = 0;
    int grades = 0;
    for (const auto kind : gradedKinds)
        names = std::max(names, heavy.horizontalAdvance(damageName(kind)));
    for (const auto grade :
         {SeverityGrade::None, SeverityGrade::Slight, SeverityGrade::Moderate, SeverityGrade::Strong})
        grades = std::max(grades, heavy.horizontalAdvance(gradeWords(grade)));
    for (const auto& line : m_lines) {
        line.name->setMinimumWidth(names);
        line.grade->setMinimumWidth(grades);
    }
    const int bar = heavy.height() * 7;
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    m_sentence->setMinimumHeight(3 * heavy.lineSpacing());
    const int needed = names + bar + grades + 2 * gap + 2 * margin + scrollBar;
    setFixedWidth(std::max(needed, heavy.height() * 19)); // Chinese words are short, its sentences are not
}

void DegradationPanel::showFinding() {
    const bool known = m_finding.state == DegradationFinding::State::Read;
    m_sentence->setText(findingSentence(m_finding));
    for (std::size_t place = 0; place < gradedKinds.size(); ++place)
        showLine(place, known);
}

void DegradationPanel::showLine(std::size_t place, bool known) {
    const auto& line = m_lines[place];
    const auto kind = gradedKinds[place];
    const double severity = m_finding.reading.severities.of(kind);
    const auto grade = gradeOf(severity);
    line.bar->setSeverity(known ? std::optional(severity) : std::nullopt);
    line.grade->setText(known ? gradeWords(grade) : QStringLiteral("\u2013"));
    // What the sentence may speak of stands out without a colour.
    auto weight = font();
    weight.setBold(known && grade >= SeverityGrade::Moderate);
    line.name->setFont(weight);
    line.grade->setFont(weight);
    auto hint = damageHint(kind);
    auto spoken = tr("not known");
    if (known) {
        const auto figure = QLocale().toString(severity, 'f', 2);
        hint += QLatin1Char('\n') + tr("Estimated severity: %1 of 1 (%2)").arg(figure, gradeWords(grade));
        spoken = tr("%1, %2 of 1", "a grade and the number behind it").arg(gradeWords(grade), figure);
    }
    for (auto* part : std::initializer_list<QWidget*>{line.name, line.bar, line.grade})
        part->setToolTip(hint);
    line.bar->setAccessibleName(damageName(kind));
    line.bar->setAccessibleDescription(spoken);
}

} // namespace limpid
