// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_event_filter.h"
#include "clinics/clinic_event_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace limpid {

/// What was done with one clinic and its photographs, filtered as a person wishes.
class ClinicHistory : public QWidget {
    Q_OBJECT

public:
    explicit ClinicHistory(QWidget* parent = nullptr);

    void setEvents(const QList<ClinicEvent>& events);

Q_SIGNALS:
    /// Everything about this photograph is wanted, of whichever clinic.
    void photographChosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCount();
    void retranslate();

    ClinicEventList m_events;
    ClinicEventFilter m_filter;
    QComboBox* m_show;
    QLineEdit* m_photograph;
    QLabel* m_count;
    QTreeView* m_table;
};

} // namespace limpid
