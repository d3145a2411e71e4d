// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace limpid {

namespace {

/// Takes only the values that lie on its steps, typed ones too.
class SteppedSpinBox : public QSpinBox {
public:
    SteppedSpinBox(const SettingBounds& bounds, int most, QWidget* parent)
        : QSpinBox(parent)
        , m_bounds{bounds.least, std::clamp(most, bounds.least, bounds.most), bounds.step} {
        setRange(m_bounds.least, m_bounds.most);
        setSingleStep(m_bounds.step);
        setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
        connect(this, &QAbstractSpinBox::editingFinished, this, [this] { setValue(m_bounds.nearest(value())); });
    }

    int allowedValue() const { return m_bounds.nearest(value()); }

private:
    SettingBounds m_bounds;
};

QString ownName(const QString& language) {
    const QLocale locale(language);
    return language == QLatin1String("en") ? QStringLiteral("English") : locale.nativeLanguageName();
}

void choose(QComboBox& box, const QVariant& data) {
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

SettingsDialog::SettingsDialog(const SettingsFacts& facts, const Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_facts(facts)
    , m_device(new QComboBox(this))
    , m_threads(number(threadBounds, std::max(1, facts.processors)))
    , m_workingSize(number(workingSizeBounds, workingSizeBounds.most))
    , m_batchSize(number(batchSizeBounds, batchSizeBounds.most))
    , m_cache(number(thumbnailCacheBounds, thumbnailCacheBounds.most))
    , m_clearCache(new QPushButton(this))
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_clinics(new QLineEdit(facts.clinicFolder, this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    m_clinics->setReadOnly(true);

    m_clinics->setMinimumWidth(360);
    m_device->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_clearCache->setAutoDefault(false);
    m_clearCache->setObjectName(QStringLiteral("clearCache"));

    // One form for all groups, so that the controls stand in one line.
    auto* form = new QFormLayout;
    form->setVerticalSpacing(3);
    form->setHorizontalSpacing(14);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    addHeading(*form, ComputingGroup);
    addRow(*form, DeviceRow, m_device);
    addRow(*form, ThreadsRow, m_threads);
    addRow(*form, WorkingSizeRow, m_workingSize);
    addRow(*form, BatchSizeRow, m_batchSize);
    addHeading(*form, AppearanceGroup);
    addRow(*form, LanguageRow, m_language);
    addRow(*form, ThemeRow, m_theme);
    addHeading(*form, StorageGroup);
    addRow(*form, CacheRow, m_cache, m_clearCache);
    addRow(*form, ClinicsRow, m_clinics);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(m_buttons);

    connect(m_clearCache, &QPushButton::clicked, this, &SettingsDialog::clearCacheRequested);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { enter(Settings{}); });

    retranslate();
    enter(settings);
}

Settings SettingsDialog::settings() const {
    const auto valueOf = [](const QSpinBox* box) {
        return static_cast<const SteppedSpinBox*>(box)->allowedValue();
    };
    Settings settings;
    settings.device = m_device->currentData().toString();
    settings.threads = valueOf(m_threads);
    settings.workingSize = valueOf(m_workingSize);
    settings.batchSize = valueOf(m_batchSize);
    settings.thumbnailCacheMegabytes = valueOf(m_cache);
    settings.language = m_language->currentData().toString();
    settings.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    return withinBounds(settings);
}

void SettingsDialog::setCacheInUse(qint64 bytes) {
    m_cacheInUse = bytes;
    retranslate();
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QSpinBox* SettingsDialog::number(const SettingBounds& bounds, int most) {
    return new SteppedSpinBox(bounds, most, this);
}

void SettingsDialog::addHeading(QFormLayout& form, Group group) {
    auto*& heading = m_headings[group];
    heading = new QLabel(this);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, form.rowCount() == 0 ? 0 : 8, 0, 2);
    form.addRow(heading);
}

void SettingsDialog::addRow(QFormLayout& form, Setting setting, QWidget* control, QWidget* beside) {
    auto& row = m_rows[setting];
    row.name = new QLabel(this);
    row.name->setBuddy(control);
    row.name->setContentsMargins(12, 0, 0, 0);
    control->setMinimumWidth(std::max(100, control->minimumWidth()));
    row.control = control;
    row.sentence = new QLabel(this);
    row.sentence->setTextFormat(Qt::PlainText);
    row.sentence->setForegroundRole(QPalette::PlaceholderText);
    row.sentence->setContentsMargins(0, 0, 0, 6);
    if (beside == nullptr) {
        form.addRow(row.name, control);
    } else {
        auto* both = new QHBoxLayout;
        both->setSpacing(8);
        both->addWidget(control);
        both->addWidget(beside);
        form.addRow(row.name, both);
    }
    form.addRow(nullptr, row.sentence);
}

void SettingsDialog::enter(const Settings& settings) {
    const auto allowed = withinBounds(settings);
    choose(*m_device, allowed.device);
    m_threads->setValue(allowed.threads);
    m_workingSize->setValue(allowed.workingSize);
    m_batchSize->setValue(allowed.batchSize);
    m_cache->setValue(allowed.thumbnailCacheMegabytes);
    choose(*m_language, allowed.language);
    choose(*m_theme, static_cast<int>(allowed.theme));
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    m_headings[ComputingGroup]->setText(tr("Computing"));
    m_headings[AppearanceGroup]->setText(tr("Appearance"));
    m_headings[StorageGroup]->setText(tr("Storage"));
    retranslateChoices();

    describe(DeviceRow, tr("&Device:"), tr("What the networks run on. Automatic takes a graphics card that works."));
    describe(ThreadsRow, tr("&Threads:"), tr("Fewer leave the machine free for other programs."));
    describe(WorkingSizeRow, tr("&Working size:"),
             tr("What the network sees; the result keeps the photograph's own size. Models are made for 256 px."));
    describe(BatchSizeRow, tr("&Batch size:"), tr("Photographs in one step of adapting. More need more memory."));
    describe(LanguageRow, tr("&Language:"), tr("Changes the whole window at once."));
    describe(ThemeRow, tr("The&me:"), tr("The surroundings of a photograph are a neutral grey in both."));
    describe(CacheRow, tr("Th&umbnails:"),
             m_cacheInUse < 0
                 ? tr("Most disk space for the small pictures; the oldest go first.")
                 : tr("Most disk space for the small pictures; the oldest go first. In use: %1.")
                       .arg(locale().formattedDataSize(m_cacheInUse, 1, QLocale::DataSizeTraditionalFormat)));
    describe(ClinicsRow, tr("Clinics' m&odels:"),
             tr("Every clinic's own model is kept in this folder of your machine."));

    m_threads->setSpecialValueText(tr("Automatic"));
    m_workingSize->setSuffix(tr(" px"));
    m_cache->setSuffix(tr(" MB"));
    m_clearCache->setText(tr("&Clear now"));
    m_clearCache->setAccessibleName(tr("Delete all thumbnails on disk"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Restore defaults"));
}

void SettingsDialog::retranslateChoices() {
    const auto refill = [](QComboBox& box, const auto& items) {
        const auto kept = box.currentData();
        box.clear();
        for (const auto& [words, value] : items)
            box.addItem(words, value);
        if (kept.isValid())
            choose(box, kept);
    };
    QList<std::pair<QString, QVariant>> devices{{tr("Automatic"), QStringLiteral("auto")}};
    for (const auto& device : m_facts.devices) {
        const auto name =
            device.name == QLatin1String("cpu") ? tr("Processor (CPU)") : tr("Graphics card %1").arg(device.name);
        devices.append({device.words.isEmpty() ? name : tr("%1: %2").arg(name, device.words), device.name});
    }
    refill(*m_device, devices);

    QList<std::pair<QString, QVariant>> languages{{tr("As the system"), QString()}};
    for (const auto& language : interfaceLanguages())
        languages.append({ownName(language), language});
    refill(*m_language, languages);

    refill(*m_theme, QList<std::pair<QString, QVariant>>{{tr("As the system"), int(ThemeChoice::System)},
                                                         {tr("Light"), int(ThemeChoice::Light)},
                                                         {tr("Dark"), int(ThemeChoice::Dark)}});
}

void SettingsDialog::describe(Setting setting, const QString& name, const QString& sentence) {
    auto& row = m_rows[setting];
    row.name->setText(name);
    row.sentence->setText(sentence);
    // Without the key to press, which Chinese writes in brackets behind the name, and without the colon.
    static const QRegularExpression decoration(QStringLiteral("\\(&.\\)|&|[:\uff1a]"));
    auto spoken = name;
    spoken.remove(decoration);
    row.control->setAccessibleName(spoken);
    row.control->setAccessibleDescription(sentence);
    row.control->setToolTip(sentence);
}

} // namespace limpid
