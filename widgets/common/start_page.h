// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/recent_folder_model.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace limpid {

class MessageBar;

/// What the window shows before a folder is open: what Limpid does, the button that starts it, the folders that were
/// open before, and the sample clinic. Folders and files can be dropped anywhere on it. Opens nothing by itself.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Replaces the list; without any the page shows a hint instead.
    void setRecentFolders(const QList<RecentFolderItem>& folders);
    /// Says in one sentence why a folder cannot be opened, with the likeliest causes.
    void showProblem(const QString& sentence);
    void clearProblem();
    /// Whether there is a sample clinic to try, or one can be made; there is none until this is said.
    void setSampleAvailable(bool available);
    /// The sample clinic is being made, and `fraction` (0..1) of it is there.
    void showSampleProgress(double fraction);
    void endSampleProgress();

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    /// The sample clinic shall not be made after all.
    void sampleCancelled();
    void folderChosen(const QString& path);
    /// To be taken from the list; the folder itself stays as it is.
    void removeRequested(const QString& path);
    /// Local files and folders, as absolute paths; at least one.
    void dropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void retranslate();
    void showMenu(const QPoint& place);
    void removeCurrent();
    void setDropHint(bool on);

    RecentFolderModel m_folders;
    MessageBar* m_problem;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_open;
    QPushButton* m_sample;
    QWidget* m_making;
    QLabel* m_makingText;
    QProgressBar* m_makingBar;
    QPushButton* m_makingCancel;
    QLabel* m_hint;
    QLabel* m_recentTitle;
    QListView* m_recent;
    bool m_dropping = false;
};

} // namespace limpid
