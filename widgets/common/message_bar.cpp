// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/message_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace limpid {

namespace {

QColor accentOf(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information:
        return {0x2f, 0x6f, 0xb3};
    case MessageBar::Kind::Success:
        return {0x1f, 0x8a, 0x5b};
    case MessageBar::Kind::Problem:
        return {0xb7, 0x5a, 0x12};
    }
    return {};
}

QString signOf(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information:
        return QStringLiteral("i");
    case MessageBar::Kind::Success:
        return QStringLiteral("\u2713");
    case MessageBar::Kind::Problem:
        return QStringLiteral("!");
    }
    return {};
}

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) {
        return static_cast<int>(a * share + b * (1.0 - share));
    };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_actions(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_close(new QToolButton(this)) {
    setAutoFillBackground(true);
    setFrameShape(QFrame::NoFrame);
    m_sign->setFixedSize(22, 22);
    m_sign->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("\u2715"));
    m_close->setAutoRaise(true);

    m_column->setContentsMargins(10, 7, 8, 7);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close);
    m_column->addLayout(row);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::say(Kind kind, const QString& sentence) {
    clearActions();
    clearDetail();
    m_kind = kind;
    m_sign->setText(signOf(kind));
    m_text->setText(sentence);
    setAccessibleName(sentence);
    colour();
    show();
    // The focus stays where it is, so a screen reader has to be told.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::offer(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    m_actions->addWidget(button);
    m_close->hide();
    connect(button, &QPushButton::clicked, this, [this, name] {
        hide();
        Q_EMIT actionChosen(name);
    });
}

void MessageBar::attach(QWidget* detail) {
    clearDetail();
    m_detail = detail;
    if (detail == nullptr)
        return;
    m_column->addWidget(detail);
    detail->show();
}

void MessageBar::dismiss() {
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

QString MessageBar::sentence() const {
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange)
        colour();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBar::clearActions() {
    m_close->show();
    while (auto* item = m_actions->takeAt(0)) {
        // A button may be what is being pressed right now, so it goes once its click is over.
        if (auto* button = item->widget()) {
            button->setObjectName(QString());
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
}

void MessageBar::clearDetail() {
    if (!m_detail)
        return;
    m_detail->hide();
    m_detail->deleteLater();
    m_detail.clear();
}

void MessageBar::retranslate() {
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(tr("Hide this message"));
}

void MessageBar::colour() {
    const auto accent = accentOf(m_kind);
    // Of the program's palette, because the parent's may not have followed it yet. Only this one colour is set; the
    // text's goes on following.
    QPalette colours;
    colours.setColor(QPalette::Window, mixed(accent, QGuiApplication::palette().color(QPalette::Window), 0.18));
    setPalette(colours);
    m_sign->setStyleSheet(
        QStringLiteral("background: %1; color: white; border-radius: 11px; font-weight: bold;").arg(accent.name()));
}

} // namespace limpid
