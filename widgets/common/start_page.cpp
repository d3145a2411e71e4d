// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/start_page.h"

#include <QFont>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QVBoxLayout>

namespace limpid {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_open(new QPushButton(tr("Open folder\u2026"), this)) {
    auto* title = new QLabel(tr("Limpid"), this);
    auto large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2.4);
    large.setWeight(QFont::Light);
    title->setFont(large);

    auto* text = new QLabel(tr("Makes poor fundus photographs readable and adapts itself to your clinic.\n"
                               "Your photographs stay on this machine and are never changed."),
                            this);
    text->setAlignment(Qt::AlignCenter);
    auto* hint = new QLabel(tr("Open a folder with photographs, or drop one here."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);

    m_open->setObjectName(QStringLiteral("startOpenFolder"));
    m_open->setMinimumHeight(36);
    m_open->setMinimumWidth(180);
    m_open->setDefault(true);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(14);
    column->addStretch(2);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addWidget(hint, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setFocusProxy(m_open);
}

} // namespace limpid
