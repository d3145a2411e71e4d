// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sha256.h"

#include "core/storage/storage_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace limpid;

class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStandardsExamplesComeOut();
    void aFileLargerThanOnePieceHasTheSumOfItsBytes();
    void aMissingFileIsSaidToBeMissing();
};

void TestSha256::theStandardsExamplesComeOut() {
    // FIPS 180-4's examples, also: printf abc | sha256sum
    const std::string abc = "abc";
    QCOMPARE(sha256Of(std::as_bytes(std::span(abc))).value(),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(sha256Of({}).value(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestSha256::aFileLargerThanOnePieceHasTheSumOfItsBytes() {
    // head -c 3000000 /dev/zero | tr '\0' a | sha256sum
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "a";
    test::writeBytes(path, std::string(3000000, 'a'));
    QCOMPARE(sha256OfFile(path).value(),
             std::string("2a152c894398719c0570f83fac34ac03a0f6e8e474b995c2403aa5434f7b9dd4"));
}

void TestSha256::aMissingFileIsSaidToBeMissing() {
    const QTemporaryDir folder;
    const auto sum = sha256OfFile(std::filesystem::path(folder.path().toStdString()) / "nowhere");
    QCOMPARE(sum.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
