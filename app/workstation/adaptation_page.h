// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/folder_survey.h"
#include "inference/adaptation_forecast.h"

#include <QDialog>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace limpid {

/// What is known before an adaptation begins.
struct AdaptationPlan {
    int images = 0;
    int heldOut = 0; ///< Of these, at most, for the clinic probe.
    QString folder;
    QString model;
    QString device;
    QString clinic;                                    ///< Suggested name.
    std::function<QString(const QString&)> modelPlace; ///< Where the new model of a clinic of that name will stand.
};

/// The one page before an adaptation: what will be used, what will be made, where it goes and what it takes. One button
/// starts it, at any time: what the folder holds and what the run will take is filled in when it is known.
class AdaptationPage : public QDialog {
    Q_OBJECT

public:
    explicit AdaptationPage(const AdaptationPlan& plan, QWidget* parent = nullptr);

    void setSurvey(const FolderSurvey& survey);
    void setForecast(const AdaptationForecast& forecast);
    /// Says why time and memory are not known; the adaptation may be started all the same.
    void setForecastProblem(const QString& sentence);
    /// Says why the adaptation cannot begin so; the page stays.
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void startRequested(const QString& clinic);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A row of the form with words that retranslate() sets.
    QLabel* addRow(const char* name);
    void arrange();
    void retranslate();
    void showPlace();
    void showFindings();
    /// Lines that came later need height; what is there is never taken away.
    void makeRoom();

    AdaptationPlan m_plan;
    std::optional<FolderSurvey> m_survey;
    std::optional<AdaptationForecast> m_forecast;
    QString m_forecastProblem;
    QLabel* m_text;
    QFormLayout* m_form;
    QLineEdit* m_clinic;
    QLabel* m_clinicName;
    std::vector<QLabel*> m_names; ///< Of the rows below the clinic's, in their order.
    QLabel* m_images;
    QLabel* m_modality;
    QLabel* m_warning;
    QLabel* m_heldOut;
    QLabel* m_model;
    QLabel* m_place;
    QLabel* m_device;
    QLabel* m_cost;
    QLabel* m_after;
    QLabel* m_problem;
    QPushButton* m_cancel;
    QPushButton* m_start;
};

} // namespace limpid
