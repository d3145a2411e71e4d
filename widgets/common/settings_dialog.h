// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/settings.h"

#include <QDialog>
#include <QList>

#include <array>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace limpid {

/// One device that a person may choose.
struct DeviceOffer {
    QString name;  ///< As in Settings::device: "cpu", "cuda:0".
    QString words; ///< What it is: "NVIDIA H100", or the processor's name. Empty: the name alone.
};

/// What the machine offers and the dialog shows.
struct SettingsFacts {
    QList<DeviceOffer> devices; ///< "auto" is always offered and needs no entry.
    int processors = 1;         ///< The most threads that make sense.
    QString clinicFolder;       ///< Where the clinics' models lie; shown, and cannot be changed.
};

/// All settings in one dialog. Values that are not allowed cannot be entered. It changes nothing by itself: the owner
/// reads settings() when it was accepted.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(const SettingsFacts& facts, const Settings& settings, QWidget* parent = nullptr);

    /// What is entered now; always within bounds.
    Settings settings() const;
    /// How much the thumbnails on disk take now, in bytes; negative: not known.
    void setCacheInUse(qint64 bytes);

Q_SIGNALS:
    /// The thumbnails on disk shall go now, whether the dialog is accepted or not.
    void clearCacheRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// One setting: its name, its control and the sentence below.
    struct Row {
        QLabel* name = nullptr;
        QWidget* control = nullptr;
        QLabel* sentence = nullptr;
    };
    enum Group { ComputingGroup, AppearanceGroup, StorageGroup, GroupCount };
    enum Setting {
        DeviceRow,
        ThreadsRow,
        WorkingSizeRow,
        BatchSizeRow,
        LanguageRow,
        ThemeRow,
        CacheRow,
        ClinicsRow,
        RowCount
    };

    QSpinBox* number(const SettingBounds& bounds, int most);
    void addHeading(QFormLayout& form, Group group);
    void addRow(QFormLayout& form, Setting setting, QWidget* control, QWidget* beside = nullptr);
    void enter(const Settings& settings);
    void retranslate();
    void retranslateChoices();
    void describe(Setting setting, const QString& name, const QString& sentence);

    SettingsFacts m_facts;
    qint64 m_cacheInUse = -1;
    std::array<Row, RowCount> m_rows;
    std::array<QLabel*, GroupCount> m_headings{};
    QComboBox* m_device;
    QSpinBox* m_threads;
    QSpinBox* m_workingSize;
    QSpinBox* m_batchSize;
    QSpinBox* m_cache;
    QPushButton* m_clearCache;
    QComboBox* m_language;
    QComboBox* m_theme;
    QLineEdit* m_clinics;
    QDialogButtonBox* m_buttons;
};

} // namespace limpid
