// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/key_sheet.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

namespace {

QWidget* keyCaps(const QString& keys, QWidget* parent) {
    auto* caps = new QWidget(parent);
    auto* row = new QHBoxLayout(caps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const auto& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        auto* cap = new QLabel(key, caps);
        cap->setTextFormat(Qt::PlainText);
        cap->setAlignment(Qt::AlignCenter);
        cap->setStyleSheet(QStringLiteral("border: 1px solid palette(mid); border-radius: 4px; padding: 1px 6px; "
                                          "background: palette(base); color: palette(text);"));
        cap->setMinimumWidth(std::max(cap->sizeHint().width(), cap->fontMetrics().height() + 8));
        row->addWidget(cap);
    }
    row->addStretch();
    return caps;
}

QWidget* groupOf(const QString& title, const QList<KeyEntry>& entries, QWidget* parent) {
    auto* box = new QWidget(parent);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    auto* heading = new QLabel(title, box);
    heading->setTextFormat(Qt::PlainText);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    grid->addWidget(heading, 0, 0, 1, 2);
    int line = 1;
    for (const auto& entry : entries) {
        if (entry.group != title)
            continue;
        auto* text = new QLabel(entry.text, box);
        text->setTextFormat(Qt::PlainText);
        grid->addWidget(keyCaps(entry.keys, box), line, 0);
        grid->addWidget(text, line, 1);
        ++line;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

} // namespace

KeySheet::KeySheet(QWidget* parent)
    : QDialog(parent)
    , m_area(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_area);
    setEntries({});
    retranslate();
}

void KeySheet::setEntries(const QList<KeyEntry>& entries) {
    QStringList groups;
    for (const auto& entry : entries)
        if (!groups.contains(entry.group))
            groups.push_back(entry.group);

    auto* sheet = new QWidget;
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(24, 20, 24, 12);
    columns->setSpacing(40);
    QVBoxLayout* sides[] = {new QVBoxLayout, new QVBoxLayout};
    // The left side takes groups until it holds half of the lines.
    qsizetype lines = 0;
    for (const auto& group : groups) {
        const bool left = lines * 2 < entries.size();
        sides[left ? 0 : 1]->addWidget(groupOf(group, entries, sheet));
        for (const auto& entry : entries)
            lines += entry.group == group ? 1 : 0;
    }
    for (auto* side : sides) {
        side->addStretch();
        columns->addLayout(side, 1);
    }
    m_area->setWidget(sheet); // deletes the sheet before
    constexpr QSize most(1100, 800);
    auto size = sheet->sizeHint() + QSize(4, 4);
    if (size.height() > most.height())
        size.rwidth() += m_area->verticalScrollBar()->sizeHint().width();
    resize(size.boundedTo(most));
}

void KeySheet::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeySheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Question)
        accept();
    else
        QDialog::keyPressEvent(event);
}

void KeySheet::retranslate() {
    setWindowTitle(tr("Keys"));
    setAccessibleName(tr("Sheet of all keys"));
}

} // namespace limpid
