// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/start_page.h"

#include "common/message_bar.h"
#include "common/recent_folder_delegate.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace limpid {

namespace {

QStringList localPaths(const QMimeData& data) {
    QStringList paths;
    for (const auto& url : data.urls())
        if (url.isLocalFile())
            paths.push_back(url.toLocalFile());
    return paths;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_problem(new MessageBar(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_sample(new QPushButton(this))
    , m_making(new QWidget(this))
    , m_makingText(new QLabel(m_making))
    , m_makingBar(new QProgressBar(m_making))
    , m_makingCancel(new QPushButton(m_making))
    , m_hint(new QLabel(this))
    , m_recentTitle(new QLabel(this))
    , m_recent(new QListView(this)) {
    setAcceptDrops(true);
    m_problem->setObjectName(QStringLiteral("startProblem"));
    m_open->setObjectName(QStringLiteral("startOpenFolder"));
    m_sample->setObjectName(QStringLiteral("startSample"));
    m_recent->setObjectName(QStringLiteral("recentFolders"));
    m_sample->hide();
    m_making->hide();
    m_makingBar->setObjectName(QStringLiteral("startSampleProgress"));
    m_makingCancel->setObjectName(QStringLiteral("startSampleCancel"));
    build();
    setRecentFolders({});
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(m_makingCancel, &QPushButton::clicked, this, &StartPage::sampleCancelled);
    connect(m_recent, &QListView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT folderChosen(index.data(RecentFolderModel::PathRole).toString());
    });
    connect(m_recent, &QWidget::customContextMenuRequested, this, &StartPage::showMenu);
    setFocusProxy(m_open);
    retranslate();
}

void StartPage::setRecentFolders(const QList<RecentFolderItem>& folders) {
    const int row = m_recent->currentIndex().row();
    m_folders.setItems(folders);
    m_recentTitle->setVisible(!folders.isEmpty());
    m_recent->setVisible(!folders.isEmpty());
    if (row >= 0 && !folders.isEmpty())
        m_recent->setCurrentIndex(m_folders.index(std::min(row, m_folders.rowCount() - 1)));
}

void StartPage::showProblem(const QString& sentence) {
    m_problem->say(MessageBar::Kind::Problem, sentence);
}

void StartPage::clearProblem() {
    m_problem->dismiss();
}

void StartPage::setSampleAvailable(bool available) {
    m_sample->setVisible(available);
}

void StartPage::showSampleProgress(double fraction) {
    m_makingBar->setValue(static_cast<int>(fraction * m_makingBar->maximum()));
    if (!m_making->isHidden())
        return;
    const bool focused = m_sample->hasFocus();
    m_sample->setEnabled(false);
    m_making->show();
    if (focused)
        m_makingCancel->setFocus();
}

void StartPage::endSampleProgress() {
    const bool focused = m_makingCancel->hasFocus();
    m_sample->setEnabled(true);
    m_making->hide();
    if (focused)
        m_sample->setFocus();
}

void StartPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_recent || event->type() != QEvent::KeyPress || !m_recent->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete:
        removeCurrent();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT folderChosen(m_recent->currentIndex().data(RecentFolderModel::PathRole).toString());
        return true;
    default:
        return false;
    }
}

void StartPage::dragEnterEvent(QDragEnterEvent* event) {
    if (localPaths(*event->mimeData()).isEmpty())
        return;
    setDropHint(true);
    event->acceptProposedAction();
}

void StartPage::dragLeaveEvent(QDragLeaveEvent* event) {
    Q_UNUSED(event);
    setDropHint(false);
}

void StartPage::dropEvent(QDropEvent* event) {
    setDropHint(false);
    const auto paths = localPaths(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(paths);
}

void StartPage::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!m_dropping)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = palette().color(QPalette::Highlight);
    painter.setPen(QPen(ground, 3, Qt::DashLine));
    ground.setAlphaF(0.12F);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(8, 8, -8, -8), 10, 10);
}

void StartPage::build() {
    auto large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 2.4);
    large.setWeight(QFont::Light);
    m_title->setFont(large);
    m_text->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (auto* button : {m_open, m_sample})
        button->setMinimumSize(180, 36);
    m_open->setDefault(true);
    auto bold = m_recentTitle->font();
    bold.setBold(true);
    m_recentTitle->setFont(bold);
    m_recentTitle->setBuddy(m_recent);

    m_recent->setModel(&m_folders);
    m_recent->setItemDelegate(new RecentFolderDelegate(m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setMouseTracking(true);
    m_recent->setUniformItemSizes(true);
    m_recent->setTabKeyNavigation(false);
    m_recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->setAcceptDrops(false); // drops are for the page
    m_recent->installEventFilter(this);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch();

    m_makingBar->setRange(0, 1000);
    m_makingBar->setTextVisible(false);
    m_makingBar->setMinimumWidth(180);
    auto* making = new QHBoxLayout(m_making);
    making->setContentsMargins(0, 0, 0, 0);
    making->setSpacing(12);
    making->addWidget(m_makingText);
    making->addWidget(m_makingBar);
    making->addWidget(m_makingCancel);

    auto* folders = new QWidget(this);
    folders->setMaximumWidth(560);
    folders->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* list = new QVBoxLayout(folders);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_recentTitle);
    list->addWidget(m_recent, 1);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(folders, 4);
    middle->addStretch(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(14);
    column->addWidget(m_problem);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addWidget(m_making, 0, Qt::AlignHCenter);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addLayout(middle, 8);
    column->addStretch(1);
}

void StartPage::retranslate() {
    m_title->setText(tr("Limpid"));
    m_text->setText(tr("Makes poor fundus photographs readable and adapts itself to your clinic.\n"
                       "Your photographs stay on this machine and are never changed."));
    m_open->setText(tr("Open folder\u2026"));
    m_open->setAccessibleName(tr("Open a folder with photographs"));
    m_sample->setText(tr("Try the sample clinic"));
    m_sample->setToolTip(tr("Opens a folder of generated photographs, so that everything can be tried without any "
                            "patient's data"));
    m_makingText->setText(tr("Generating photographs of eyes that do not exist\u2026"));
    m_makingBar->setAccessibleName(tr("Progress of the sample clinic"));
    m_makingCancel->setText(tr("Cancel"));
    m_makingCancel->setAccessibleName(tr("Do not make the sample clinic"));
    m_hint->setText(tr("Or drop a folder or photographs anywhere on this page."));
    m_recentTitle->setText(tr("Recent folders"));
    m_recent->setAccessibleName(tr("Recent folders"));
}

void StartPage::showMenu(const QPoint& place) {
    const auto index = m_recent->indexAt(place);
    if (!index.isValid())
        return;
    m_recent->setCurrentIndex(index);
    auto* menu = new QMenu(m_recent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this,
                    [this, path = index.data(RecentFolderModel::PathRole).toString()] { Q_EMIT folderChosen(path); });
    menu->addAction(tr("Remove from this list"), this, &StartPage::removeCurrent);
    menu->popup(m_recent->viewport()->mapToGlobal(place));
}

void StartPage::removeCurrent() {
    const auto index = m_recent->currentIndex();
    if (index.isValid())
        Q_EMIT removeRequested(index.data(RecentFolderModel::PathRole).toString());
}

void StartPage::setDropHint(bool on) {
    m_dropping = on;
    update();
}

} // namespace limpid
