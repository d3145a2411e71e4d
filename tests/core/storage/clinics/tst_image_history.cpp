// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/image_history.h"

#include "made_store.h"
#include "storage/sha256.h"

#include <QTest>

using namespace limpid;

class TestImageHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_made = std::make_unique<test::MadeStore>();
        m_store.emplace(m_made->open());
        const auto model = test::adapt(*m_store, "North", "weights").value();
        EnhancedFile file;
        file.input = "eye.png";
        test::writeText(m_made->beside("eye.png"), "pixels");
        file.inputSha256 = sha256OfFile(m_made->beside("eye.png")).value();
        file.output = "eye_enhanced.png";
        file.outputSha256 = std::string(64, 'f');
        file.modelSha256 = sha256OfFile(model).value();
        file.written = "2026-01-01T00:00:00Z";
        QVERIFY(noteEnhanced(*m_store, file).has_value());
        file.modelSha256 = std::string(64, '0'); // a shipped one
        QVERIFY(noteEnhanced(*m_store, file).has_value());
    }
    void cleanup() { m_store.reset(); }

    void anImageIsFoundByItsContentsWhateverItIsCalled() {
        std::filesystem::rename(m_made->beside("eye.png"), m_made->beside("other.png"));
        const auto history = historyOf(*m_store, m_made->beside("other.png").string()).value();
        QCOMPARE(history.enhancements.size(), std::size_t{2});
        QCOMPARE(history.enhancements[0].clinic, std::string("North"));
        QVERIFY(history.enhancements[1].clinic.empty());
        QVERIFY(history.name.empty());
    }

    void itIsFoundByHashAndByNameAndAsAResult() {
        for (const auto& asked : {std::string(64, 'f'), std::string("eye.png"), std::string("/gone/eye_enhanced.png")})
            QCOMPARE(historyOf(*m_store, asked)->enhancements.size(), std::size_t{2});
    }

    void decisionsAndOverridesStandWithTheirRun() {
        const auto history = historyOf(*m_store, "b.png").value();
        QCOMPARE(history.decisions.size(), std::size_t{1});
        QVERIFY(!history.decisions[0].decision.accepted);
        QCOMPARE(history.decisions[0].clinic, std::string("North"));
        QVERIFY(history.overrides.at(0).decision.pick);
        QVERIFY(history.overrides.at(0).run.id > 0);
    }

    void anUnknownImageHasNone() {
        const auto history = historyOf(*m_store, "nowhere.png").value();
        QVERIFY(history.enhancements.empty() && history.decisions.empty() && history.overrides.empty());
    }

private:
    std::unique_ptr<test::MadeStore> m_made;
    std::optional<ClinicStore> m_store;
};

QTEST_APPLESS_MAIN(TestImageHistory)
#include "tst_image_history.moc"
