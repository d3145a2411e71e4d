// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/image_pyramid.h"

#include <QObject>
#include <QSize>

namespace limpid {

class CompareView;
class OpenedFolder;
struct Ruler;

/// How large a pixel is in reality: as a person set it for the folder's images of that size, else as the file says,
/// else not known. Asks the person and remembers the answer with the folder's notes. Lives in the window's thread.
class ImageScale : public QObject {
    Q_OBJECT

public:
    /// Serves the view, whose window is the dialog's parent. `folder` must outlive the object.
    ImageScale(CompareView& view, OpenedFolder& folder);

public Q_SLOTS:
    /// The view shows this original, which came from toQImage(), from now on.
    void follow(const limpid::ImagePyramid& original);

private:
    void ask(const limpid::Ruler& ruler);
    void set(const QSize& image, double micrometresPerPixel);
    void apply();

    CompareView& m_view;
    OpenedFolder& m_folder;
    QSize m_image;
    double m_fileSpacing = 0.0; ///< Micrometres per pixel; 0 where the file says nothing.
};

} // namespace limpid
