// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

/// One string of a .ts file.
struct Message {
    QString context;
    QString source;
    QStringList translations; ///< Several for plural forms.
    QString type;             ///< "unfinished", "vanished", "obsolete", or empty: finished.

    QString name() const { return QStringLiteral("%1: %2").arg(context, source); }
};

QList<Message> readTs(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, {}});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().type = xml.attributes().value(QStringLiteral("type")).toString();
            const auto text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text.trimmed());
        }
    }
    return messages;
}

/// The placeholders of a sentence, sorted: %1, %2, %n.
QStringList placeholders(const QString& text) {
    static const QRegularExpression form(QStringLiteral("%[0-9n]"));
    QStringList found;
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

/// Looks at the files of translations and at the sources themselves, with the tool that collects the strings.
class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStringOfTheSourcesIsTranslated_data();
    void everyStringOfTheSourcesIsTranslated();
    void everyTranslationKeepsThePlaceholders();
    void everyMenuKeepsItsKeyToPress();
};

void TestTranslations::everyStringOfTheSourcesIsTranslated_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Chinese") << QStringLiteral("limpid_zh_CN.ts") << QStringList{};
    QTest::newRow("English plural forms")
        << QStringLiteral("limpid_en.ts") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::everyStringOfTheSourcesIsTranslated() {
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QDir root(QStringLiteral(LIMPID_SOURCE_DIR));
    const QTemporaryDir folder;
    const auto copy = folder.filePath(file);
    QVERIFY(QFile::copy(root.filePath(QStringLiteral("translations/") + file), copy));

    QStringList arguments{QStringLiteral("-silent")};
    for (const auto* include : {"core", "widgets", "app/workstation"})
        arguments << QStringLiteral("-I") + root.filePath(QLatin1String(include));
    arguments << QStringLiteral("@" LIMPID_BINARY_DIR "/translated_sources.lst") << options << QStringLiteral("-ts")
              << copy;
    QProcess lupdate;
    lupdate.start(QStringLiteral(LIMPID_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);

    const auto messages = readTs(copy);
    QVERIFY(!messages.isEmpty());
    QStringList open;
    for (const auto& message : messages) {
        if (!message.type.isEmpty() || message.translations.join(QString()).isEmpty())
            open << QStringLiteral("%1 (%2)").arg(message.name(), message.type);
    }
    QVERIFY2(open.isEmpty(),
             qPrintable(QStringLiteral("see translations/README.md; open are:\n") + open.join(QLatin1Char('\n'))));
}

void TestTranslations::everyTranslationKeepsThePlaceholders() {
    const auto messages = readTs(QStringLiteral(LIMPID_SOURCE_DIR "/translations/limpid_zh_CN.ts"));
    QVERIFY(messages.size() > 100);
    for (const auto& message : messages) {
        for (const auto& translation : message.translations)
            QVERIFY2(placeholders(translation) == placeholders(message.source), qPrintable(message.name()));
    }
}

void TestTranslations::everyMenuKeepsItsKeyToPress() {
    static const QRegularExpression key(QStringLiteral("&([A-Za-z0-9])"));
    for (const auto& message : readTs(QStringLiteral(LIMPID_SOURCE_DIR "/translations/limpid_zh_CN.ts"))) {
        const auto inSource = key.match(message.source).captured(1).toUpper();
        const auto inTranslation = key.match(message.translations.join(QString())).captured(1).toUpper();
        QVERIFY2(inSource == inTranslation, qPrintable(message.name()));
    }
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
