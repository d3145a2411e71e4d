// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/report_file.h"

#include "core/report/made_report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace limpid;

namespace fs = std::filesystem;

class ReportFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path at(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    static QByteArray content(const fs::path& path) {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void theEndingDecides() {
        QVERIFY(reportFormat("a/b.json") == ReportFormat::Json);
        QVERIFY(reportFormat("report.HTML") == ReportFormat::Html);
        QVERIFY(reportFormat("x.y.Pdf") == ReportFormat::Pdf);
        for (const auto* other : {"report", "report.txt", "report.htm", ".pdf", "pdf", "a.pdf/b"})
            QVERIFY2(!reportFormat(other), other);
    }

    void bothFormsAreWrittenAndReplaced() {
        for (const auto& [name, start] : {std::pair("r.html", "<!DOCTYPE html>"), std::pair("r.pdf", "%PDF-")}) {
            for (int i = 0; i < 2; ++i) {
                const auto written = writeRunReport(at(name), madeReport());
                QVERIFY2(written.has_value(), written ? "" : englishSentence(written.error()).c_str());
                QVERIFY(content(at(name)).startsWith(start));
            }
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void anotherEndingOrNoFolderIsRefused() {
        const auto other = writeRunReport(at("r.json"), madeReport());
        QVERIFY(!other);
        QVERIFY(other.error().code == ErrorCode::InvalidArgument);
        const auto nowhere = writeRunReport(at("nowhere/r.html"), madeReport());
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().code == ErrorCode::FolderNotFound);
    }
};

QTEST_APPLESS_MAIN(ReportFileTest)
#include "tst_report_file.moc"
