// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "enhance_controller.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

namespace limpid {

class CompareView;
class FolderJudgements;
class ModelBox;
class OpenedFolder;
class StatusLine;

/// One image of the open folder on its way to the comparison: read, enhanced by the chosen model, and by a second one
/// where two are compared.
class ImageFlow : public QObject {
    Q_OBJECT

public:
    /// Where an image is shown, and what is told of it.
    struct Views {
        CompareView& compare;
        ModelBox& models;
        StatusLine& status;
        FolderJudgements& judgements;
    };

    /// `folder` and all views must outlive it.
    ImageFlow(std::unique_ptr<EnhancementEngine> engine, OpenedFolder& folder, const Views& views);

    bool isBusy() const { return m_controller.isBusy(); }
    /// No image is chosen from now on; what is on show stays until another one is read.
    void forget() { m_row = -1; }
    /// Shows a second model's result beside the chosen one's; an empty path for none.
    void setSecondModel(const std::filesystem::path& model) { m_second = model; }

public Q_SLOTS:
    /// Shows the image of this row; nothing where there is no such row.
    void show(int row);
    /// Shows the same image again, with what has been set since.
    void refresh() { show(m_row); }
    void setEnhancing(bool enhancing);

Q_SIGNALS:
    /// The image cannot be read or enhanced, and why.
    void problem(const QString& sentence);
    /// Another image is shown, of which no problem is known.
    void problemOver();

private:
    void takeOriginal(const ImagePyramid& image);
    void takeEnhanced(int which, const EnhancedPicture& picture);
    bool enhances() const;

    OpenedFolder& m_folder;
    Views m_views;
    int m_row = -1;
    bool m_enhancing = true;
    std::filesystem::path m_second;
    EnhanceController m_controller; ///< Last: it reports to what stands before.
};

} // namespace limpid
