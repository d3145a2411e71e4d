// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace limpid {

/// What the window shows before a folder is open: what Limpid does, and the button that starts it.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();

private:
    QPushButton* m_open;
};

} // namespace limpid
