// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

#include <functional>

class QLabel;
class QLineEdit;

namespace limpid {

/// What is known before an adaptation begins.
struct AdaptationPlan {
    int images = 0;
    QString folder;
    QString model;
    QString device;
    QString clinic;                                    ///< Suggested name.
    std::function<QString(const QString&)> modelPlace; ///< Where the new model of a clinic of that name will stand.
};

/// The one page before an adaptation: what will be used, what will be made, where it goes. One button starts it.
class AdaptationPage : public QDialog {
    Q_OBJECT

public:
    explicit AdaptationPage(const AdaptationPlan& plan, QWidget* parent = nullptr);

    /// Says why the adaptation cannot begin so; the page stays.
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void startRequested(const QString& clinic);

private:
    void showPlace();

    AdaptationPlan m_plan;
    QLineEdit* m_clinic;
    QLabel* m_place;
    QLabel* m_problem;
};

} // namespace limpid
