// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/adapting_program.h"

#include "core/methods/tiny_clinic.h"
#include "methods/same/same_model.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/safetensors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <filesystem>
#include <utility>

#include <sys/resource.h>

namespace limpid {

namespace {

constexpr int longestRunMs = 240'000;

const auto program = QStringLiteral(LIMPID_BINARY_DIR "/bin/limpid-cli");

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sumOf(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonValue withoutTimes(const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray list;
        for (const auto& item : value.toArray())
            list.append(withoutTimes(item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != QLatin1String("seconds") && it.key() != QLatin1String("peak_memory_mb") &&
            it.key() != QLatin1String("model"))
            kept.insert(it.key(), withoutTimes(it.value()));
    }
    return kept;
}

std::filesystem::path pathOf(const QString& path) {
    return path.toStdString();
}

} // namespace

AdaptingProgram::AdaptingProgram(QStringList options)
    : m_options(std::move(options)) {}

bool AdaptingProgram::makeClinic() const {
    QProcess process;
    process.start(program,
                  {QStringLiteral("phantom"), QStringLiteral("--count"), QStringLiteral("8"), QStringLiteral("--size"),
                   QStringLiteral("128"), QStringLiteral("--out"), m_folder.filePath(QStringLiteral("photographs"))});
    return process.waitForFinished(longestRunMs) && process.exitCode() == 0 && sums().size() == 8;
}

bool AdaptingProgram::makeSmallModel() const {
    torch::manual_seed(1);
    auto smallest = tinyUnet(); // and without what takes its time at full resolution
    smallest.structureViewLevels = 0;
    smallest.stemWidth = 0;
    smallest.toneWidth = 0;
    smallest.refinement = false;
    smallest.residual = false;
    SameModel model;
    model.network = StructurePreservingUnet(smallest);
    return saveSameModel(pathOf(smallModel()), model).has_value();
}

std::unique_ptr<QProcess> AdaptingProgram::start(const QString& clinic, const BeforeExec& before) const {
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), dataFolder(clinic));
    environment.insert(QStringLiteral("OMP_NUM_THREADS"), QStringLiteral("1"));
    process->setProcessEnvironment(environment);
    if (before)
        process->setChildProcessModifier(before);
    QStringList arguments{
        QStringLiteral("adapt"),    photographs(),      QStringLiteral("--clinic"), clinic,
        QStringLiteral("--report"), reportFile(clinic), QStringLiteral("--json"),   QStringLiteral("--threads"),
        QStringLiteral("1")};
    const bool fresh = unfinished(clinic).isEmpty();
    if (fresh && QFile::exists(smallModel()))
        arguments += {QStringLiteral("--model"), smallModel()};
    if (fresh)
        arguments += m_options + QStringList{QStringLiteral("--working-size"), QStringLiteral("64"),
                                             QStringLiteral("--seed"), QStringLiteral("7")};
    else
        arguments += QStringLiteral("--resume");
    process->start(program, arguments);
    return process;
}

AdaptingProgram::End AdaptingProgram::finish(QProcess& process, int killAfterMs) {
    // Its output is small enough for a pipe, so that nobody has to read it meanwhile.
    if (!process.waitForFinished(killAfterMs >= 0 ? killAfterMs : longestRunMs)) {
        process.kill();
        process.waitForFinished();
    }
    End end;
    end.killed = process.exitStatus() == QProcess::CrashExit;
    end.status = end.killed ? -1 : process.exitCode();
    end.err = process.readAllStandardError();
    end.json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return end;
}

AdaptingProgram::End AdaptingProgram::run(const QString& clinic, const BeforeExec& before) const {
    const auto process = start(clinic, before);
    return finish(*process);
}

QString AdaptingProgram::unfinished(const QString& clinic) const {
    for (const auto& file : filesBelow(dataFolder(clinic))) {
        if (QFileInfo(file).fileName() == QLatin1String(ClinicFolders::stateFile))
            return file;
    }
    return {};
}

bool AdaptingProgram::isDone(const QString& clinic) const {
    return QFile::exists(reportFile(clinic)) && unfinished(clinic).isEmpty();
}

QJsonObject AdaptingProgram::report(const QString& clinic) const {
    return withoutTimes(QJsonDocument::fromJson(contentOf(reportFile(clinic))).object()).toObject();
}

QMap<QString, QByteArray> AdaptingProgram::model(const QString& clinic) const {
    QMap<QString, QByteArray> tensors;
    const auto record = QJsonDocument::fromJson(contentOf(reportFile(clinic))).object();
    const auto file = record[QStringLiteral("model")].toString();
    const auto read = readSafetensors(pathOf(file));
    if (!read || !file.startsWith(dataFolder(clinic)))
        return tensors;
    for (const auto& [name, tensor] : read->tensors) {
        const auto bytes =
            QByteArray(static_cast<const char*>(tensor.data_ptr()), static_cast<qsizetype>(tensor.nbytes()));
        QByteArray sizes(c10::toString(tensor.scalar_type()));
        for (const auto size : tensor.sizes())
            sizes += ' ' + QByteArray::number(static_cast<qlonglong>(size));
        tensors.insert(QString::fromStdString(name), sizes + ' ' + sumOf(bytes));
    }
    return tensors;
}

QStringList AdaptingProgram::models(const QString& clinic) const {
    auto files = filesBelow(dataFolder(clinic));
    files.removeIf([](const QString& file) {
        const auto name = QFileInfo(file).fileName();
        return !name.startsWith(QLatin1String("model")) || !name.endsWith(QLatin1String(".safetensors"));
    });
    return files;
}

bool AdaptingProgram::settles(const QString& clinic) const {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), dataFolder(clinic));
    process.setProcessEnvironment(environment);
    process.start(program, {QStringLiteral("clinics"), QStringLiteral("verify"), QStringLiteral("--json")});
    return process.waitForFinished(longestRunMs) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

QString AdaptingProgram::damage(const QString& clinic) const {
    const auto left = leftovers(clinic);
    auto files = filesBelow(dataFolder(clinic));
    if (QFile::exists(reportFile(clinic)))
        files << reportFile(clinic);
    for (const auto& file : files) {
        if (left.contains(file))
            continue;
        if (file.endsWith(QLatin1String(".safetensors"))) {
            if (const auto read = readSafetensors(pathOf(file)); !read)
                return QString::fromStdString(englishSentence(read.error()));
        } else if (file.endsWith(QLatin1String(".json"))) {
            if (QJsonDocument::fromJson(contentOf(file)).object().isEmpty())
                return file + QStringLiteral(" is no JSON object");
        }
    }
    return {};
}

QStringList AdaptingProgram::leftovers(const QString& clinic) const {
    auto files = filesBelow(dataFolder(clinic));
    files.removeIf([](const QString& file) { return !file.endsWith(QLatin1String(".part")); });
    return files;
}

QMap<QString, QByteArray> AdaptingProgram::sums() const {
    QMap<QString, QByteArray> sums;
    for (const auto& file : filesBelow(photographs()))
        sums.insert(QFileInfo(file).fileName(), sumOf(contentOf(file)));
    return sums;
}

QStringList AdaptingProgram::filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    return files;
}

AdaptingProgram::BeforeExec AdaptingProgram::fileSizeLimit(std::size_t bytes) {
    return [bytes] {
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    };
}

} // namespace limpid
