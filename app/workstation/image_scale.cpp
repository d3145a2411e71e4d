// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_scale.h"

#include "compare/compare_view.h"
#include "compare/scale_dialog.h"
#include "opened_folder.h"
#include "picture.h"

namespace limpid {

// A child of the view: it must not outlive what it serves.
ImageScale::ImageScale(CompareView& view, OpenedFolder& folder)
    : QObject(&view)
    , m_view(view)
    , m_folder(folder) {
    connect(&view, &CompareView::scaleRequested, this, &ImageScale::ask);
    connect(&view, &CompareView::scaleRemovalRequested, this, [this] { set(m_image, 0.0); });
}

void ImageScale::follow(const ImagePyramid& original) {
    m_image = original.size();
    m_fileSpacing = micrometresPerPixel(original.image());
    apply();
}

void ImageScale::ask(const Ruler& ruler) {
    auto* dialog = new ScaleDialog(ruler, m_image, &m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The next image may come while the person thinks; the answer is about this one. Another folder may come too.
    connect(dialog, &QDialog::accepted, this, [this, dialog, image = m_image] { set(image, dialog->spacing()); });
    connect(&m_folder, &OpenedFolder::opened, dialog, &QDialog::reject);
    dialog->open();
}

void ImageScale::set(const QSize& image, double micrometresPerPixel) {
    m_folder.setScale(image, micrometresPerPixel);
    apply();
}

void ImageScale::apply() {
    const double own = m_folder.scale(m_image);
    m_view.setSpacing(own > 0.0 ? own : m_fileSpacing, own > 0.0);
}

} // namespace limpid
