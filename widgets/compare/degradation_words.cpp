// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/degradation_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace limpid {

namespace {

/// Lends its context to the words of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(limpid::DegradationWords)
};

struct Damage {
    DegradationKind kind;
    const char* name;
    const char* hint;
};

constexpr std::array<Damage, 7> damages{{
    {DegradationKind::Haze, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Haze"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "Light that a cloudy lens or cornea scatters: contrast fades, often more on one side.")},
    {DegradationKind::Illumination, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Uneven light"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "Parts of the fundus are lit too much or too little: a bright ring or a dark hole.")},
    {DegradationKind::Spots, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Spots"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "Bright, blurred spots that dust or drops on the camera's lens leave in the photograph.")},
    {DegradationKind::Blur, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Blur"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "The photograph is out of focus: vessels lose their edges, and fine ones disappear.")},
    {DegradationKind::Veil, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Veil"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "Stray light lies over the whole photograph, so that nothing in it is really dark.")},
    {DegradationKind::Cast, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Colour cast"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "One colour is too strong or too weak in the whole photograph, by the camera or the lamp.")},
    {DegradationKind::Noise, QT_TRANSLATE_NOOP("limpid::DegradationWords", "Noise"),
     QT_TRANSLATE_NOOP("limpid::DegradationWords",
                       "The sensor's grain, which shows most where the camera had too little light.")},
}};

struct Sentence {
    std::string_view key; ///< As DegradationReading::sentenceKey() gives it.
    const char* words;
};

constexpr std::array<Sentence, 15> sentences{{
    {"sound",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Nothing that spoils photographs is more than slight in this one.")},
    {"haze.moderate", QT_TRANSLATE_NOOP("limpid::DegradationWords", "Moderate haze spoils this photograph most.")},
    {"haze.strong",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Strong haze is the main reason why this photograph is poor.")},
    {"illumination.moderate",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Moderately uneven light spoils this photograph most.")},
    {"illumination.strong", QT_TRANSLATE_NOOP("limpid::DegradationWords",
                                              "Strongly uneven light is the main reason why this photograph is poor.")},
    {"spots.moderate", QT_TRANSLATE_NOOP("limpid::DegradationWords", "Moderate spots spoil this photograph most.")},
    {"spots.strong",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Strong spots are the main reason why this photograph is poor.")},
    {"blur.moderate", QT_TRANSLATE_NOOP("limpid::DegradationWords", "Moderate blur spoils this photograph most.")},
    {"blur.strong",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Strong blur is the main reason why this photograph is poor.")},
    {"veil.moderate",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "A moderate veil of stray light spoils this photograph most.")},
    {"veil.strong", QT_TRANSLATE_NOOP("limpid::DegradationWords",
                                      "A strong veil of stray light is the main reason why this photograph is poor.")},
    {"cast.moderate",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "A moderate colour cast spoils this photograph most.")},
    {"cast.strong", QT_TRANSLATE_NOOP("limpid::DegradationWords",
                                      "A strong colour cast is the main reason why this photograph is poor.")},
    {"noise.moderate", QT_TRANSLATE_NOOP("limpid::DegradationWords", "Moderate noise spoils this photograph most.")},
    {"noise.strong",
     QT_TRANSLATE_NOOP("limpid::DegradationWords", "Strong noise is the main reason why this photograph is poor.")},
}};

const Damage* damageOf(DegradationKind kind) {
    const auto* found = std::ranges::find(damages, kind, &Damage::kind);
    return found == damages.end() ? nullptr : found;
}

} // namespace

QString damageName(DegradationKind kind) {
    const auto* damage = damageOf(kind);
    return damage == nullptr ? QString() : Words::tr(damage->name);
}

QString damageHint(DegradationKind kind) {
    const auto* damage = damageOf(kind);
    return damage == nullptr ? QString() : Words::tr(damage->hint);
}

QString gradeWords(SeverityGrade grade) {
    switch (grade) {
    case SeverityGrade::None:
        return Words::tr("none", "grade of a damage");
    case SeverityGrade::Slight:
        return Words::tr("slight", "grade of a damage");
    case SeverityGrade::Moderate:
        return Words::tr("moderate", "grade of a damage");
    case SeverityGrade::Strong:
        return Words::tr("strong", "grade of a damage");
    }
    return {};
}

QString readingSentence(const DegradationReading& reading) {
    const auto key = reading.sentenceKey();
    const auto* found = std::ranges::find(sentences, std::string_view(key), &Sentence::key);
    return found == sentences.end() ? QString() : Words::tr(found->words);
}

QString findingSentence(const DegradationFinding& finding) {
    using State = DegradationFinding::State;
    switch (finding.state) {
    case State::NoImage:
        return Words::tr("Choose a photograph to see why it is poor.");
    case State::Reading:
        return Words::tr("This photograph is being read\u2026");
    case State::Waiting:
        return Words::tr("This photograph is read as soon as Limpid has finished what it is computing now.");
    case State::Read:
        return readingSentence(finding.reading);
    case State::NoModel:
        return Words::tr("A model that this needs is missing, so nothing can be said; install Limpid again.");
    case State::OtherImage:
        return Words::tr("This can be said of fundus photographs only, and this image shows no field of view of a "
                         "fundus camera.");
    case State::Failed:
        return Words::tr("Nothing could be read off this photograph. %1").arg(finding.reason);
    }
    return {};
}

} // namespace limpid
