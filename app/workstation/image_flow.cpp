// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_flow.h"

#include "compare/compare_view.h"
#include "folder_judgements.h"
#include "guard/guard_words.h"
#include "image_scale.h"
#include "model_box.h"
#include "opened_folder.h"
#include "status_line.h"

#include <QLocale>

#include <utility>
#include <vector>

namespace limpid {

ImageFlow::ImageFlow(std::unique_ptr<EnhancementEngine> engine, OpenedFolder& folder, const Views& views)
    : m_folder(folder)
    , m_views(views)
    , m_controller(std::move(engine)) {
    connect(&m_controller, &EnhanceController::deviceKnown, &m_views.status, &StatusLine::setDevice);
    connect(&m_controller, &EnhanceController::originalRead, new ImageScale(m_views.compare, m_folder),
            &ImageScale::follow);
    connect(&m_controller, &EnhanceController::originalRead, this, &ImageFlow::takeOriginal);
    connect(&m_controller, &EnhanceController::enhanced, this, &ImageFlow::takeEnhanced);
    connect(&m_controller, &EnhanceController::readFailed, this, [this](const QString& sentence) {
        m_views.compare.clear();
        Q_EMIT problem(sentence);
    });
    connect(&m_controller, &EnhanceController::enhanceFailed, this, [this](const QString& sentence) {
        m_views.compare.setPending({});
        Q_EMIT problem(sentence);
    });
}

void ImageFlow::show(int row) {
    m_row = row;
    m_views.judgements.setModel(m_views.models.path());
    m_views.status.setNote({});
    Q_EMIT problemOver();
    if (row < 0 || row >= static_cast<int>(m_folder.images().size())) {
        m_controller.cancel();
        m_views.compare.clear();
        return;
    }
    // The image before stays until this one is read: an empty view in between would hinder comparing.
    m_views.compare.setPending(tr("Reading\u2026"));
    std::vector<std::filesystem::path> models;
    if (enhances()) {
        models.push_back(m_views.models.path());
        if (!m_second.empty())
            models.push_back(m_second);
    }
    m_controller.request(m_folder.images()[static_cast<std::size_t>(row)], models);
}

void ImageFlow::setEnhancing(bool enhancing) {
    m_enhancing = enhancing;
    refresh();
}

bool ImageFlow::enhances() const {
    return m_enhancing && !m_views.models.path().empty();
}

void ImageFlow::takeOriginal(const ImagePyramid& image) {
    m_views.compare.setOriginal(image);
    m_views.compare.setPending(enhances() ? tr("Enhancing\u2026") : QString());
    m_views.status.setNote(tr("%1 \u00d7 %2 pixels").arg(image.size().width()).arg(image.size().height()));
}

void ImageFlow::takeEnhanced(int which, const EnhancedPicture& picture) {
    auto& compare = m_views.compare;
    compare.setResult(which, picture.shown,
                      guardedName(which == 0 ? m_views.models.currentText() : tr("new model"), picture.verdict));
    if (which == 0)
        compare.setStructure(picture.structure);
    else
        compare.showResult(which); // who asked for a comparison wants to see the new one
    compare.setPending({});
    m_views.judgements.noteEnhanced(m_row, which == 0 ? m_views.models.path() : m_second, picture.original,
                                    picture.enhanced);
    if (which == 0 && picture.verdict)
        m_views.judgements.noteShown(m_row, picture.verdict->choice);
    auto text = tr("%1 \u00d7 %2 pixels \u00b7 enhanced in %3 s")
                    .arg(picture.shown.size().width())
                    .arg(picture.shown.size().height())
                    .arg(QLocale().toString(picture.seconds, 'f', 1));
    if (!picture.note.isEmpty())
        text += QStringLiteral(" \u00b7 ") + picture.note;
    // First, since a narrow window cuts off the end.
    if (const auto guard = guardWords(picture.verdict); !guard.isEmpty())
        text = guard + QStringLiteral(" \u00b7 ") + text;
    m_views.status.setNote(text);
}

} // namespace limpid
