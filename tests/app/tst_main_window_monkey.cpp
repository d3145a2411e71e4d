// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Presses everything in the window in an order that nobody would choose, but that a seed repeats. What was done is
// written out by QT_LOGGING_RULES=limpid.monkey.debug=true.

#include "adaptation_page.h"
#include "browser/image_browser.h"
#include "common/export_dialog.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "main_window.h"
#include "preferences.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLoggingCategory>
#include <QMap>
#include <QMessageBox>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>

using namespace limpid;

class TestMainWindowMonkey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void anyOrderOfCommandsLeavesTheWindowAndTheFilesWhole_data();
    void anyOrderOfCommandsLeavesTheWindowAndTheFilesWhole();
};

namespace {

Q_LOGGING_CATEGORY(monkeyLog, "limpid.monkey", QtWarningMsg)

constexpr int actionsOfARun = 400;

/// Runs that end by themselves, hold still, are refused or break, in turn; and how many are under way.
struct Runs {
    std::atomic<int> begun = 0;
    std::atomic<int> underWay = 0;

    Result<FolderAdaptationOutcome> run(const AdaptationJob& job, Progress progress, const AdaptationListener& listener,
                                        const std::stop_token& stop) {
        const struct Count {
            std::atomic<int>& count;
            explicit Count(std::atomic<int>& counted)
                : count(counted) {
                ++count;
            }
            ~Count() { --count; }
        } counted(underWay);
        switch (begun++ % 5) {
        case 0:
            return runPausing(job, std::move(progress), listener, stop);
        case 1:
            return runShortly(job, std::move(progress), listener, stop);
        case 2:
            waitForStop(stop);
            return fail(ErrorCode::Cancelled);
        case 3:
            return runUntilStopped(job, std::move(progress), listener, stop);
        default:
            throw std::runtime_error("a broken engine");
        }
    }
};

/// The hands at the window.
class Monkey {
public:
    /// Closing a window ends the program; `open` is its next start, which shows the window.
    Monkey(WorkstationStage& stage, std::function<std::unique_ptr<MainWindow>()> open, quint32 seed)
        : m_stage(stage)
        , m_open(std::move(open))
        , m_window(m_open())
        , m_random(seed) {
        // The system's dialogs keep whoever opened them waiting until they are sent away.
        QObject::connect(&m_dismiss, &QTimer::timeout, &m_dismiss, [this] {
            for (auto* dialog : window().findChildren<QFileDialog*>())
                dialog->reject();
        });
        m_dismiss.start(20);
    }

    void act() {
        if (!window().isVisible()) { // an answer has closed it
            startAgain();
        } else if (auto* dialog = openDialog()) {
            answer(*dialog);
        } else {
            switch (m_random.bounded(12)) {
            case 0:
                return openSomething();
            case 1:
                return adapt();
            case 2:
                return pressOfRun();
            case 3:
                return answerOutcome();
            case 4:
                return close();
            case 5:
                return change();
            case 6:
            case 7:
                return command();
            default:
                return key();
            }
        }
    }

    /// Ends what is open or runs, as somebody would who goes home.
    bool goHome() {
        return QTest::qWaitFor(
            [this] {
                if (auto* dialog = openDialog())
                    goAway(*dialog);
                else
                    window().close();
                return !window().isVisible();
            },
            patienceMs);
    }

private:
    void say(const QString& what) const { qCDebug(monkeyLog).noquote() << what; }
    MainWindow& window() const { return *m_window; }
    int roll(qsizetype count) { return m_random.bounded(static_cast<int>(count)); }

    QDialog* openDialog() const {
        QDialog* top = nullptr;
        for (auto* dialog : window().findChildren<QDialog*>()) {
            if (dialog->isVisible())
                top = dialog;
        }
        return top;
    }

    void answer(QDialog& dialog) {
        say(QStringLiteral("answers %1").arg(QLatin1String(dialog.metaObject()->className())));
        if (auto* question = qobject_cast<QMessageBox*>(&dialog)) {
            const auto buttons = question->buttons();
            buttons[roll(buttons.size())]->click();
        } else if (auto* page = qobject_cast<AdaptationPage*>(&dialog)) {
            if (roll(4) == 0 || !press(*page, "startAdaptation"))
                page->reject();
        } else if (auto* exporting = qobject_cast<ExportDialog*>(&dialog)) {
            exporting->setFolder(roll(3) == 0 ? m_stage.images() : m_stage.at(QStringLiteral("exported")));
            if (roll(3) == 0)
                exporting->reject();
            else // what cannot be accepted stays, and the next answer is another one
                QTest::keyClick(exporting, Qt::Key_Return);
        } else if (roll(2) == 0) {
            dialog.reject();
        } else {
            dialog.accept();
        }
    }

    static void goAway(QDialog& dialog) {
        if (press(dialog, "discardAndClose"))
            return;
        dialog.reject();
    }

    void openSomething() {
        static const std::array places{"North", "South", "empty", "nowhere", "fundus.safetensors"};
        const auto place = m_stage.at(QLatin1String(places.at(static_cast<std::size_t>(roll(places.size())))));
        say(QStringLiteral("opens ") + place);
        window().openFolder(place);
    }

    void adapt() {
        say(QStringLiteral("adapts"));
        windowAction(window(), "adapt").trigger();
    }

    void pressOfRun() {
        static const std::array buttons{"runPause", "runStop", "runCancel"};
        const auto* name = buttons.at(static_cast<std::size_t>(roll(buttons.size())));
        say(QStringLiteral("presses ") + QLatin1String(name));
        press(window(), name);
    }

    void answerOutcome() {
        static const std::array answers{"useNewModel", "keepOldModel", "compareModels"};
        const auto* name = answers.at(static_cast<std::size_t>(roll(answers.size())));
        say(QStringLiteral("presses ") + QLatin1String(name));
        press(messageBar(window(), "outcomeBar"), name);
    }

    void close() {
        say(QStringLiteral("closes"));
        if (window().close())
            startAgain();
    }

    void startAgain() {
        say(QStringLiteral("starts again"));
        m_window.reset(); // the old one first: both have the same files
        m_window = m_open();
    }

    void change() {
        auto settings = m_stage.preferences().settings();
        auto* models = window().findChild<QComboBox*>(QStringLiteral("models"));
        switch (roll(4)) {
        case 0:
            say(QStringLiteral("changes the language"));
            settings.language = QLatin1String(settings.language == QLatin1String("en") ? "zh_CN" : "en");
            break;
        case 1:
            say(QStringLiteral("changes the colours"));
            settings.theme = settings.theme == ThemeChoice::Dark ? ThemeChoice::Light : ThemeChoice::Dark;
            break;
        case 2:
            say(QStringLiteral("changes the size"));
            window().resize(700 + roll(900), 500 + roll(500));
            break;
        default:
            say(QStringLiteral("changes the model"));
            if (models->count() > 0) {
                models->setCurrentIndex(roll(models->count()));
                Q_EMIT models->activated(models->currentIndex());
            }
        }
        m_stage.preferences().change(settings);
    }

    void command() {
        static const std::array names{"openFolder",   "startPage", "exportImages", "find",        "enhance",
                                      "stop",         "grid",      "single",       "compareView", "fit",
                                      "pseudoLabels", "zoomIn",    "zoomOut",      "settings",    "keySheet",
                                      "resetLayout",  "log",       "about"};
        const auto* name = names.at(static_cast<std::size_t>(roll(names.size())));
        say(QStringLiteral("commands ") + QLatin1String(name));
        windowAction(window(), name).trigger();
    }

    void key() {
        static const std::array keys{
            Qt::Key_Left,  Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down,     Qt::Key_Home,     Qt::Key_End,
            Qt::Key_Space, Qt::Key_B,      Qt::Key_P,     Qt::Key_X,        Qt::Key_U,        Qt::Key_3,
            Qt::Key_1,     Qt::Key_0,      Qt::Key_G,     Qt::Key_E,        Qt::Key_C,        Qt::Key_S,
            Qt::Key_D,     Qt::Key_F,      Qt::Key_Z,     Qt::Key_Plus,     Qt::Key_Minus,    Qt::Key_L,
            Qt::Key_Tab,   Qt::Key_Escape, Qt::Key_Enter, Qt::Key_PageDown, Qt::Key_Question, Qt::Key_A,
        };
        const auto chosen = keys.at(static_cast<std::size_t>(roll(keys.size())));
        QWidget* places[]{&filmstrip(window()), window().findChild<ImageBrowser*>(QStringLiteral("grid")),
                          &compareView(window()), window().focusWidget()};
        auto* place = places[roll(4)];
        if (place == nullptr)
            place = &window();
        say(QStringLiteral("key %1").arg(static_cast<int>(chosen), 0, 16));
        if (roll(8) == 0)
            QTest::keyPress(place, chosen); // and never lets it go
        else
            QTest::keyClick(place, chosen);
    }

    WorkstationStage& m_stage;
    std::function<std::unique_ptr<MainWindow>()> m_open;
    std::unique_ptr<MainWindow> m_window;
    QRandomGenerator m_random;
    QTimer m_dismiss;
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestMainWindowMonkey::anyOrderOfCommandsLeavesTheWindowAndTheFilesWhole_data() {
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 4U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestMainWindowMonkey::anyOrderOfCommandsLeavesTheWindowAndTheFilesWhole() {
    QFETCH(quint32, seed);
    WorkstationStage stage;
    const auto south = stage.at(QStringLiteral("South"));
    QVERIFY(QDir().mkpath(south) && QDir().mkpath(stage.at(QStringLiteral("empty"))));
    writeImages(south, 40);
    QMap<QString, QByteArray> originals;
    for (const auto& folder : {stage.images(), south}) {
        for (const auto& entry : QDir(folder).entryInfoList(QDir::Files))
            originals.insert(entry.filePath(), contentOf(entry.filePath()));
    }

    Runs runs;
    const auto start = [&] {
        auto window = stage.makeWindow(
            [&runs](const AdaptationJob& job, Progress progress, const AdaptationListener& listener,
                    const std::stop_token& stop) { return runs.run(job, std::move(progress), listener, stop); });
        window->show();
        window->openFolder(stage.images());
        return window;
    };
    {
        Monkey monkey(stage, start, seed);
        for (int i = 0; i < actionsOfARun; ++i) {
            monkey.act();
            // Some actions follow at once, others when what they began has had its time.
            for (int events = i % 4; events > 0; --events)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        QVERIFY(monkey.goHome());
    }
    QVERIFY(runs.begun > 0);
    QCOMPARE(runs.underWay.load(), 0);
    // Exporting into the other folder may add to it; what was there stays as it was.
    for (auto original = originals.cbegin(); original != originals.cend(); ++original)
        QCOMPARE(contentOf(original.key()), original.value());
}

QTEST_MAIN(TestMainWindowMonkey)
#include "tst_main_window_monkey.moc"
