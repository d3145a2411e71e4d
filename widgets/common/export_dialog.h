// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/export_options.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace limpid {

/// Asks what is exported, as which kind of file, and where to; says in a sentence what will happen. It looks at no
/// folder itself: the owner checks the one entered and says what is wrong with it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `selected` and `all`: how many images each choice means; a choice of none cannot be made.
    ExportDialog(int selected, int all, const ExportOptions& options, QWidget* parent = nullptr);

    ExportOptions options() const;
    /// Whether all images are meant, not the selected ones alone.
    bool exportsAll() const;
    /// Puts a folder in, as if it had been typed.
    void setFolder(const QString& path);
    /// Why the folder cannot be used, in a sentence; empty where it can. Shown until the folder is changed.
    void setFolderProblem(const QString& sentence);

Q_SIGNALS:
    /// A person wants to choose the folder in the system's dialog, beginning at this one.
    void browseRequested(const QString& from);
    /// To be checked; setFolderProblem() answers.
    void folderChanged(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();
    int count() const;

    int m_selectedCount;
    int m_allCount;
    QString m_problem;
    QLabel* m_what;
    QRadioButton* m_selected;
    QRadioButton* m_all;
    QLabel* m_formatName;
    QComboBox* m_format;
    QLabel* m_qualityName;
    QSpinBox* m_quality;
    QCheckBox* m_nativeDepth;
    QLabel* m_folderName;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QCheckBox* m_overwrite;
    QLabel* m_sentence;
    QDialogButtonBox* m_buttons;
};

} // namespace limpid
