// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include <QTest>

#include <limits>
#include <sstream>

using namespace limpid;

class ConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withJsonStandardOutputIsOneObjectAndNothingElse() {
        std::ostringstream out;
        std::ostringstream err;
        Console console({true, false}, out, err, {});
        console.print("a line for people");
        console.say("a message");
        console.results()["answer"] = 42;
        console.results()["infinite"] = std::numeric_limits<double>::infinity();
        console.fail("bad \xFF name.jpg", {ErrorCode::FileNotFound, {"x.jpg"}, "errno 2"});
        console.finish("test", console.conclude(1));
        const auto json = nlohmann::json::parse(out.str());
        QCOMPARE(json["answer"].get<int>(), 42);
        QVERIFY(json["infinite"].is_null());
        QVERIFY(json["command"] == "test");
        QCOMPARE(json["status"].get<int>(), 1);
        QCOMPARE(json["failures"].size(), std::size_t{1});
        QVERIFY(json["failures"][0]["code"] == "FileNotFound");
        QVERIFY(err.str().starts_with("a message\nThere is no file x.jpg"));
        QVERIFY(err.str().find("errno") == std::string::npos);
    }

    void withoutJsonStandardOutputHoldsTheLines() {
        std::ostringstream out;
        std::ostringstream err;
        Console console({false, false}, out, err, {});
        console.print("first");
        console.results()["answer"] = 42;
        console.finish("test", ExitStatus::Done);
        QVERIFY(out.str() == "first\n");
        QVERIFY(err.str().empty());
    }

    void theStatusFollowsFromWhatIsDoneAndWhatFailed() {
        std::ostringstream sink;
        Console console({}, sink, sink, {});
        QVERIFY(console.conclude(0) == ExitStatus::Done);
        console.fail("x", {ErrorCode::FileEmpty, {"x"}, {}});
        QVERIFY(console.conclude(3) == ExitStatus::SomeFailed);
        QVERIFY(console.conclude(0) == ExitStatus::NothingDone);
        QVERIFY(console.giveUp({ErrorCode::InvalidArgument, {"--kind", "unknown"}, {}}) == ExitStatus::WrongUse);
        QVERIFY(console.giveUp({ErrorCode::ModelNotFound, {"m"}, {}}) == ExitStatus::NothingDone);
        QCOMPARE(console.failureCount(), std::size_t{3});
    }

    void progressIsQuietWhereThereIsNoTerminal() {
        std::ostringstream out;
        std::ostringstream err;
        Console console({}, out, err, {});
        auto progress = console.progress();
        progress.set(0.5, "halfway");
        QVERIFY(out.str().empty() && err.str().empty());
    }

    void onATerminalTheBarIsDrawnAndRemovedBeforeOtherText() {
        std::ostringstream out;
        std::ostringstream err;
        Console console({false, true}, out, err, {});
        auto progress = console.progress();
        progress.set(0.5, "halfway");
        QVERIFY(err.str().find("[###############...............] 50 %, halfway") != std::string::npos);
        console.say("message");
        QVERIFY(err.str().ends_with("\r\033[Kmessage\n"));
        console.finish("test", ExitStatus::Done);
        const auto ended = err.str().size();
        progress.set(0.9, "late");
        QCOMPARE(err.str().size(), ended);
    }

    void aStopRequestIsNotedOnceAsCancelled() {
        std::ostringstream sink;
        std::stop_source source;
        Console console({}, sink, sink, source.get_token());
        QVERIFY(!console.mustStop());
        source.request_stop();
        QVERIFY(console.mustStop());
        QVERIFY(console.mustStop());
        QCOMPARE(console.failureCount(), std::size_t{1});
    }

    void durationsAreInWords() {
        QVERIFY(durationInWords(42.4) == "42 s");
        QVERIFY(durationInWords(200) == "3 min 20 s");
        QVERIFY(durationInWords(3 * 60) == "3 min 00 s");
        QVERIFY(durationInWords(2 * 3600 + 5 * 60 + 30) == "2 h 05 min");
        QVERIFY(durationInWords(std::numeric_limits<double>::infinity()).empty());
    }
};

QTEST_APPLESS_MAIN(ConsoleTest)
#include "tst_console.moc"
