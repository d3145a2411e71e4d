// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"
#include "methods/same/guard_verdict.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

namespace limpid {

/// What judges and people say of one image; what is not known is left as it is here.
struct ImageJudgement {
    int row = -1;
    QualityShares quality = {};
    QualityShares enhanced = {}; ///< After enhancing.
    QString modality = {};       ///< In words.
    PickerVerdict decision = PickerVerdict::Unknown;
    bool byHand = false;
    std::optional<GuardChoice> shown = std::nullopt; ///< Whose result a guard chose.
};

/// The images of a folder, one row each, in the order given. Knows names, values, thumbnails and reasons, not files:
/// whoever owns the folder fills them in. Setters pass over rows that are out of range, because the folder may have
/// changed meanwhile. Only the thumbnails that were asked for last are kept.
class ImageListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ReasonRole = Qt::UserRole + 1, ///< QString: why the image cannot be read; empty if it can, or is not known yet.
        StateRole,                     ///< int: a State.
        DateRole,                      ///< QDateTime: of the file's last change.
        BytesRole,                     ///< qint64: the file's size, -1 if unknown.
        QualityRole,                   ///< int: an ImageQuality.
        GainRole,                      ///< double: how much enhancing raised p(good), -1..1; NaN if unknown.
        DecisionRole,                  ///< int: an PickerVerdict.
        ByHandRole,                    ///< bool: a person decided, and not the picker.
        ModalityRole,                  ///< QString, empty if unknown.
        StarsRole,                     ///< int: 0..5.
        FlagRole,                      ///< int: an ImageFlag.
    };
    enum class State { Waiting, Ready, Unreadable };

    struct Row {
        ImageFile file;
        QCollatorSortKey nameKey; ///< Natural order of the names: digits count as numbers.
        State state = State::Waiting;
        QImage thumbnail = {};
        QString reason = {};
        QualityShares quality = {};
        QualityShares enhanced = {}; ///< The quality after enhancing.
        PickerVerdict decision = PickerVerdict::Unknown;
        bool byHand = false;
        std::optional<GuardChoice> shown = std::nullopt; ///< Whose result a guard chose, with the model in use.
        QString modality = {};
        int stars = 0;
        ImageFlag flag = ImageFlag::None;
        quint64 asked = 0; ///< When the thumbnail was asked for last, in requests.

        /// How much enhancing raised the probability of "good", -1..1; NaN unless both are known.
        double gain() const;
    };

    explicit ImageListModel(QObject* parent = nullptr);

    /// Removes all rows.
    void clear();
    /// Adds rows at the end; their thumbnails are waited for.
    void appendRows(const QList<ImageFile>& files);
    /// Replaces all rows by ones of which only the names are known.
    void setNames(const QStringList& names);

    /// Most thumbnails kept in memory, at least 1. The one asked for longest ago goes first, and its row waits again.
    void setThumbnailLimit(int limit);
    int thumbnailLimit() const { return m_thumbnailLimit; }
    /// Notes that these rows' thumbnails are asked for now, and returns those among them that have to be made: neither
    /// there nor unreadable. In the order given.
    QList<int> missingThumbnails(const QList<int>& rows);
    void setThumbnail(int row, const QImage& thumbnail);
    void setUnreadable(int row, const QString& reason);

    /// Replaces what is known of some images' quality; told as one change.
    void setJudgements(const QList<ImageJudgement>& judgements);
    /// Beyond 0..5 the nearest of these.
    void setStars(int row, int stars);
    void setFlag(int row, ImageFlag flag);

    State state(int row) const;
    /// For sorting and filtering without a QVariant for each comparison. `row` must be in range.
    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int unreadableCount() const { return m_unreadable; }
    int thumbnailCount() const { return static_cast<int>(m_withThumbnail.size()); }
    /// Every modality that an image has, in the order they turned up.
    const QStringList& modalities() const { return m_modalities; }
    /// Whether a guard chose whose result is shown for any image since the rows are there.
    bool isGuarded() const { return m_guarded; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void modalitiesChanged();
    void guardedChanged();

private:
    bool holds(int row) const;
    void tell(int row, const QList<int>& roles);
    void noteModality(const QString& modality);
    void setGuarded(bool guarded);
    void dropOldestThumbnails();

    std::vector<Row> m_rows;
    std::vector<int> m_withThumbnail; ///< Rows that hold one, in no order.
    QCollator m_collator;
    QStringList m_modalities;
    int m_thumbnailLimit = 400;
    quint64 m_requests = 0;
    int m_unreadable = 0;
    bool m_guarded = false;
};

/// All that is known of a row, in sentences, for tool tips and screen readers.
QString imageDescription(const ImageListModel::Row& row);

} // namespace limpid
