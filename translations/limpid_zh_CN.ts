<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>limpid::AdaptationFlow</name>
    <message>
        <source>Use the new model</source>
        <translation>使用新模型</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>保留原模型</translation>
    </message>
    <message>
        <source>Nothing was kept of this run; the old model stays in use.</source>
        <translation>此次运行未保留任何内容；继续使用原模型。</translation>
    </message>
    <message>
        <source>Cancel the adaptation</source>
        <translation>取消适应</translation>
    </message>
    <message>
        <source>Throw away what was learnt so far?</source>
        <translation>要放弃目前已学到的内容吗？</translation>
    </message>
    <message>
        <source>The old model stays as it is. “Stop and keep” would keep what was learnt.</source>
        <translation>原模型保持不变。如选择“停止并保留最佳模型”，则会保留已学到的内容。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Photograph by photograph</source>
        <translation>逐张查看</translation>
    </message>
</context>
<context>
    <name>limpid::AdaptationPage</name>
    <message>
        <source>Adapt to this clinic</source>
        <translation>适应本诊所</translation>
    </message>
    <message>
        <source>Limpid learns from the photographs of this folder how this clinic&apos;s camera sees, and makes a new model. Nobody has to annotate anything, the photographs are only read, and the present model stays as it is.</source>
        <translation>Limpid 通过此文件夹中的照片学习本诊所相机的成像特点，并生成一个新模型。无需任何人工标注，照片只会被读取，当前模型保持不变。</translation>
    </message>
    <message>
        <source>&amp;Clinic</source>
        <translation>诊所(&amp;C)</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n in %1</source>
        <translation>
            <numerusform>%1 中的 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Meanwhile you can go on working with the present model, and stop whenever you like. At the end you choose whether the new model is used.</source>
        <translation>在此期间，您可以继续使用当前模型工作，也可以随时停止。结束后由您决定是否使用新模型。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>模态</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Time and memory</source>
        <translation>时间和内存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start now; nothing has to be waited for</source>
        <translation>立即开始，无需等待任意结果</translation>
    </message>
    <message>
        <source>Looking at them…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>Measuring three steps on this machine…</source>
        <translation>正在本机上实测三步…</translation>
    </message>
</context>
<context>
    <name>limpid::AdaptationWords</name>
    <message numerus="yes">
        <source>About %n second(s)</source>
        <translation>
            <numerusform>约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 hours</source>
        <translation>约 %1 小时</translation>
    </message>
    <message numerus="yes">
        <source>Unknown: none of the %n image(s) looked at can be read</source>
        <translation>
            <numerusform>未知：查看的 %n 幅图像均无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Fundus photographs (%1 of %2 show a round field of view)</source>
        <translation>眼底照片（%2 张中有 %1 张可见圆形视野）</translation>
    </message>
    <message>
        <source>Images without colour (%1 of %2), taken for fundus photographs</source>
        <translation>无彩色图像（%2 幅中有 %1 幅），按眼底照片处理</translation>
    </message>
    <message>
        <source>Taken for fundus photographs, though only %1 of %2 show a round field of view</source>
        <translation>按眼底照片处理，但 %2 幅中只有 %1 幅可见圆形视野</translation>
    </message>
    <message>
        <source>An adaptation needs images that can be read. Look at the folder before you start.</source>
        <translation>适应需要可以读取的图像。开始之前请检查该文件夹。</translation>
    </message>
    <message>
        <source>These look like OCT, ultrasound or angiography, and the model is for colour fundus photographs: it can learn nothing good from them. Open the folder with the fundus photographs instead.</source>
        <translation>这些图像像是 OCT、超声或血管造影，而该模型用于彩色眼底照片，无法从中学到有益的内容。请改为打开存放眼底照片的文件夹。</translation>
    </message>
    <message>
        <source>This folder may hold something else than fundus photographs, and the model can learn nothing good from that. Look at the folder before you start.</source>
        <translation>该文件夹中可能不是眼底照片，模型无法从中学到有益的内容。开始之前请检查该文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n of the best image(s), chosen when the run begins. The clinic probe measures the old and the new model on them; they are not learnt from.</source>
        <translation>
            <numerusform>最多留出质量最好的 %n 幅图像，在运行开始时选定。诊所探针用它们测量旧模型和新模型；模型不会用它们学习。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2 of memory (three steps measured here)</source>
        <translation>%1，内存约 %2（在本机实测三步）</translation>
    </message>
</context>
<context>
    <name>limpid::BrowserKeys</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Flags and stars</source>
        <translation>标记和星级</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Go to the next image in that direction</source>
        <translation>转到该方向上的下一幅图像</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Home End</translation>
    </message>
    <message>
        <source>First image, last image</source>
        <translation>第一幅图像，最后一幅图像</translation>
    </message>
    <message>
        <source>PgUp PgDn</source>
        <translation>PgUp PgDn</translation>
    </message>
    <message>
        <source>A screenful back, a screenful on</source>
        <translation>向前一屏，向后一屏</translation>
    </message>
    <message>
        <source>Shift+→ Ctrl+A</source>
        <translation>Shift+→ Ctrl+A</translation>
    </message>
    <message>
        <source>Select more images, select all</source>
        <translation>选择更多图像，全选</translation>
    </message>
    <message>
        <source>Flag as pick</source>
        <translation>标记为选中</translation>
    </message>
    <message>
        <source>Flag as reject</source>
        <translation>标记为排除</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>Give that many stars</source>
        <translation>评为相应的星级</translation>
    </message>
    <message>
        <source>Grid of all images</source>
        <translation>全部图像的网格</translation>
    </message>
    <message>
        <source>E Enter</source>
        <translation>E Enter</translation>
    </message>
    <message>
        <source>Single image</source>
        <translation>单幅图像</translation>
    </message>
    <message>
        <source>Compare original and enhanced image</source>
        <translation>对比原图与增强图像</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>显示本快捷键表</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicCommand</name>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>History of an image…</source>
        <translation>图像历史…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Give the clinic another name; its models and records stay</source>
        <translation>为诊所更换名称；其模型和记录保持不变</translation>
    </message>
    <message>
        <source>Make a second clinic with copies of all models of this one</source>
        <translation>新建一个诊所，包含此诊所全部模型的副本</translation>
    </message>
    <message>
        <source>Delete the clinic with its models; photographs are never touched</source>
        <translation>删除诊所及其模型；绝不触碰照片</translation>
    </message>
    <message>
        <source>Write the clinic with its models and records into one file</source>
        <translation>将诊所及其模型和记录写入一个文件</translation>
    </message>
    <message>
        <source>Take in a clinic that was exported</source>
        <translation>导入曾导出的诊所</translation>
    </message>
    <message>
        <source>Put the chosen model of the clinic to use, an earlier one too</source>
        <translation>启用诊所中选定的模型，也可以是较早的模型</translation>
    </message>
    <message>
        <source>Everything that was done to one photograph</source>
        <translation>对一张照片所做的全部操作</translation>
    </message>
    <message>
        <source>Check the records and every model against what was written</source>
        <translation>核对记录和每个模型是否与写入时一致</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>Results shown…</source>
        <translation>所显示的结果…</translation>
    </message>
    <message>
        <source>For each photograph of the chosen run, whose result is shown, and why</source>
        <translation>所选运行的每张照片显示的是哪个结果，以及原因</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicEventList</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicHistory</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The clinic, its runs and models</source>
        <translation>诊所及其运行和模型</translation>
    </message>
    <message>
        <source>Its photographs</source>
        <translation>其照片</translation>
    </message>
    <message>
        <source>Which entries of the history are shown</source>
        <translation>显示哪些历史记录</translation>
    </message>
    <message>
        <source>Name of a photograph</source>
        <translation>照片名称</translation>
    </message>
    <message>
        <source>Only entries of photographs with this name</source>
        <translation>仅显示此名称照片的记录</translation>
    </message>
    <message>
        <source>History of the clinic</source>
        <translation>诊所历史</translation>
    </message>
    <message>
        <source>Enter or a double click shows everything about a photograph</source>
        <translation>按 Enter 或双击可显示一张照片的全部记录</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicListModel</name>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model in use, made</source>
        <translation>所用模型的生成时间</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>最近运行</translation>
    </message>
    <message>
        <source>Photographs enhanced</source>
        <translation>已增强照片</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicModelList</name>
    <message>
        <source>SHA-256 of the model&apos;s file: %1</source>
        <translation>模型文件的 SHA-256：%1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>PSNR on the clinic probe</source>
        <translation>诊所探针上的 PSNR</translation>
    </message>
    <message>
        <source>Adapted from</source>
        <translation>适应自</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>another model (%1)</source>
        <translation>其他模型（%1）</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicPage</name>
    <message>
        <source>Clinics</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Models of the clinic</source>
        <translation>诊所的模型</translation>
    </message>
    <message>
        <source>Runs of the clinic</source>
        <translation>诊所的运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>What is kept of the clinic</source>
        <translation>诊所保存的内容</translation>
    </message>
    <message>
        <source>There is no clinic yet.
Open a folder with a clinic&apos;s photographs and choose “Adapt to this clinic” in the menu Model, or import a clinic that was exported.</source>
        <translation>还没有诊所。
请打开存放诊所照片的文件夹，并在“模型”菜单中选择“适应本诊所”，或导入曾导出的诊所。</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicQuestions</name>
    <message>
        <source>Exported clinic (*.tar)</source>
        <translation>导出的诊所 (*.tar)</translation>
    </message>
    <message>
        <source>It has no model yet.</source>
        <translation>它还没有模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) will be lost, and nothing brings them back.</source>
        <translation>
            <numerusform>将失去 %n 个模型，且无法恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>So will its unfinished run.</source>
        <translation>其未完成的运行也将失去。</translation>
    </message>
    <message>
        <source>Delete a clinic</source>
        <translation>删除诊所</translation>
    </message>
    <message>
        <source>Delete the clinic %1?</source>
        <translation>要删除诊所 %1 吗？</translation>
    </message>
    <message>
        <source>The records of what was done stay. Photographs, originals and enhanced ones, are never touched. To keep a copy, export the clinic first.</source>
        <translation>操作记录会保留。照片（原图和增强后的照片）绝不会被触碰。如需保留副本，请先导出该诊所。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Export a clinic</source>
        <translation>导出诊所</translation>
    </message>
    <message>
        <source>Write the clinic %1 into one file?</source>
        <translation>要将诊所 %1 写入一个文件吗？</translation>
    </message>
    <message>
        <source>The file holds its models and the records of its runs, and no photograph. An unfinished run, and a model that waits for an answer, stay out.</source>
        <translation>该文件包含其模型和运行记录，不含任何照片。未完成的运行和等待答复的模型不会写入。</translation>
    </message>
    <message>
        <source>Also write the names of photographs, which may be those of patients</source>
        <translation>同时写入照片名称（其中可能含有患者姓名）</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import a clinic</source>
        <translation>导入诊所</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>选择图像</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicRunList</name>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>PSNR on the clinic probe</source>
        <translation>诊所探针上的 PSNR</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>配置形式</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>记录原文</translation>
    </message>
    <message>
        <source>Run %1, seed %2</source>
        <translation>运行 %1，随机种子 %2</translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation>结束于 %1，历时 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose result is shown for which photograph is not on record for this run.</source>
        <translation>此次运行没有记录每张照片显示的是哪个结果。</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicWords</name>
    <message>
        <source>Clinic created</source>
        <translation>已创建诊所</translation>
    </message>
    <message>
        <source>Clinic renamed</source>
        <translation>已重命名诊所</translation>
    </message>
    <message>
        <source>Made as a duplicate</source>
        <translation>由复制生成</translation>
    </message>
    <message>
        <source>Clinic imported</source>
        <translation>已导入诊所</translation>
    </message>
    <message>
        <source>Clinic deleted</source>
        <translation>已删除诊所</translation>
    </message>
    <message>
        <source>Taken over from an earlier version</source>
        <translation>沿用自早期版本</translation>
    </message>
    <message>
        <source>Model put to use</source>
        <translation>已启用模型</translation>
    </message>
    <message>
        <source>Model turned down</source>
        <translation>未采用模型</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>运行开始</translation>
    </message>
    <message>
        <source>Run gone on with</source>
        <translation>运行继续</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>运行结束</translation>
    </message>
    <message>
        <source>Run interrupted</source>
        <translation>运行中断</translation>
    </message>
    <message>
        <source>Run given up</source>
        <translation>运行已放弃</translation>
    </message>
    <message>
        <source>Run cancelled</source>
        <translation>运行已取消</translation>
    </message>
    <message>
        <source>Run failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>Run taken over</source>
        <translation>沿用的运行</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>已增强</translation>
    </message>
    <message>
        <source>Accepted by the picker</source>
        <translation>伪标签筛选器接受</translation>
    </message>
    <message>
        <source>Rejected by the picker</source>
        <translation>伪标签筛选器拒绝</translation>
    </message>
    <message>
        <source>Accepted by hand</source>
        <translation>人工接受</translation>
    </message>
    <message>
        <source>Rejected by hand</source>
        <translation>人工拒绝</translation>
    </message>
    <message>
        <source>%1 dB (%2 to %3)</source>
        <translation>%1 dB（由 %2 变为 %3）</translation>
    </message>
    <message>
        <source>Held by %1 (process %2 on %3)</source>
        <translation>正被 %1 使用（进程 %2，位于 %3）</translation>
    </message>
    <message>
        <source>Adapting now</source>
        <translation>正在适应</translation>
    </message>
    <message>
        <source>Unfinished run</source>
        <translation>有未完成的运行</translation>
    </message>
    <message>
        <source>New model waits for an answer</source>
        <translation>新模型等待答复</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>No model in use</source>
        <translation>未启用模型</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ 使用中</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>等待答复</translation>
    </message>
    <message>
        <source>Earlier model</source>
        <translation>较早的模型</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>New model made</source>
        <translation>已生成新模型</translation>
    </message>
    <message>
        <source>Old model kept</source>
        <translation>保留旧模型</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted and given up</source>
        <translation>中断并已放弃</translation>
    </message>
    <message>
        <source>Limpid&apos;s own</source>
        <translation>Limpid 自身</translation>
    </message>
    <message>
        <source>The paper&apos;s</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>As released by the paper&apos;s authors</source>
        <translation>论文作者发布的代码</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>%1 became %2</source>
        <translation>%1 更名为 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>written as %1</source>
        <translation>写为 %1</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
</context>
<context>
    <name>limpid::ClinicsFlow</name>
    <message>
        <source>Rename a clinic</source>
        <translation>重命名诊所</translation>
    </message>
    <message>
        <source>New name of %1:</source>
        <translation>%1 的新名称：</translation>
    </message>
    <message>
        <source>The clinic %1 is called %2 now.</source>
        <translation>诊所 %1 现在名为 %2。</translation>
    </message>
    <message>
        <source>Duplicate a clinic</source>
        <translation>复制诊所</translation>
    </message>
    <message>
        <source>Name of the second clinic with the models of %1:</source>
        <translation>含有 %1 全部模型的第二个诊所的名称：</translation>
    </message>
    <message>
        <source>The clinic %1 has copies of the models of %2.</source>
        <translation>诊所 %1 含有 %2 的模型副本。</translation>
    </message>
    <message>
        <source>The clinic %1 was deleted; what was done with it stays on record.</source>
        <translation>诊所 %1 已删除；对它所做的操作仍保留在记录中。</translation>
    </message>
    <message>
        <source>The clinic %1 is in %2.</source>
        <translation>诊所 %1 已写入 %2。</translation>
    </message>
    <message>
        <source>The clinic %1 was imported.</source>
        <translation>诊所 %1 已导入。</translation>
    </message>
    <message>
        <source>Import a clinic</source>
        <translation>导入诊所</translation>
    </message>
    <message>
        <source>There is a clinic called %1 already. Name of the one from the file:</source>
        <translation>已有名为 %1 的诊所。文件中诊所的名称：</translation>
    </message>
    <message>
        <source>The clinic %1 uses model %2 from now on.</source>
        <translation>诊所 %1 从现在起使用模型 %2。</translation>
    </message>
    <message>
        <source>All is as it was written: %1 entries of the audit trail, %2 runs, %3 models.</source>
        <translation>一切与写入时一致：审计记录 %1 条，运行 %2 次，模型 %3 个。</translation>
    </message>
</context>
<context>
    <name>limpid::ClosingQuestion</name>
    <message>
        <source>Close Limpid</source>
        <translation>关闭 Limpid</translation>
    </message>
    <message>
        <source>Limpid is still adapting.</source>
        <translation>Limpid 仍在进行适应。</translation>
    </message>
    <message>
        <source>If it stops now, the best model so far can be kept for this clinic.</source>
        <translation>如果现在停止，可为本诊所保留目前最好的模型。</translation>
    </message>
    <message>
        <source>Stop, keep and close</source>
        <translation>停止、保留并关闭</translation>
    </message>
    <message>
        <source>Cancel, discard and close</source>
        <translation>取消、放弃并关闭</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
</context>
<context>
    <name>limpid::CompareBar</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Look at the result of %1 (%2)</source>
        <translation>查看 %1 的结果 (%2)</translation>
    </message>
    <message>
        <source>Beside or above each other (O)</source>
        <translation>左右或上下排列 (O)</translation>
    </message>
    <message>
        <source>Turn the arrangement</source>
        <translation>切换排列方向</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Magnify both images under the cursor (L)</source>
        <translation>放大光标处的两幅图像 (L)</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Measure a length by dragging; Escape removes the ruler (R)</source>
        <translation>拖动以测量长度；按 Esc 键移除标尺 (R)</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>How strongly the difference is coloured</source>
        <translation>差异着色的强弱</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差异的增益</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>How opaque the structures that were found lie over the images (V)</source>
        <translation>检测到的结构叠加在图像上的不透明度 (V)</translation>
    </message>
    <message>
        <source>Opacity of the structure map</source>
        <translation>结构图的不透明度</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the whole image (Z)</source>
        <translation>显示整幅图像 (Z)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (Z)</source>
        <translation>一个图像像素对应一个屏幕像素 (Z)</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>Twice that, pixels shown as squares (Shift+Z)</source>
        <translation>再放大一倍，像素显示为方块 (Shift+Z)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Set scale…</source>
        <translation>设置比例尺…</translation>
    </message>
    <message>
        <source>Say how long the measured line is in micrometres (Shift+R)</source>
        <translation>输入所测线段的实际长度（微米） (Shift+R)</translation>
    </message>
    <message>
        <source>Remove scale</source>
        <translation>移除比例尺</translation>
    </message>
    <message>
        <source>Forget the scale that was set for images of this size in this folder</source>
        <translation>清除为此文件夹中该尺寸图像设置的比例尺</translation>
    </message>
</context>
<context>
    <name>limpid::CompareKeys</name>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Zoom and measuring</source>
        <translation>缩放与测量</translation>
    </message>
    <message>
        <source>Split, side by side, flip, blink</source>
        <translation>分割、并排、切换、闪烁</translation>
    </message>
    <message>
        <source>Difference with its sign, its amount</source>
        <translation>有符号差异、差异大小</translation>
    </message>
    <message>
        <source>Space \</source>
        <translation>空格 \</translation>
    </message>
    <message>
        <source>Show the original while it is held</source>
        <translation>按住时显示原图</translation>
    </message>
    <message>
        <source>Change between original and enhanced</source>
        <translation>在原图与增强图像之间切换</translation>
    </message>
    <message>
        <source>Which result is looked at</source>
        <translation>选择要查看的结果</translation>
    </message>
    <message>
        <source>Beside or above each other</source>
        <translation>左右或上下排列</translation>
    </message>
    <message>
        <source>Move the line, or the image; with Shift further</source>
        <translation>移动分割线或图像；按住 Shift 时移动更多</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Home End</translation>
    </message>
    <message>
        <source>The line to the first edge, to the last</source>
        <translation>分割线移到起始边缘、末端边缘</translation>
    </message>
    <message>
        <source>Structures over the images</source>
        <translation>在图像上叠加结构</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>适合窗口或 100 %</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Measure by dragging</source>
        <translation>拖动以测量长度</translation>
    </message>
    <message>
        <source>Set the scale by the measured line</source>
        <translation>根据所测线段设置比例尺</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Remove the ruler</source>
        <translation>移除标尺</translation>
    </message>
    <message>
        <source>Fit the window of a 16-bit image</source>
        <translation>自动调整 16 位图像的显示窗</translation>
    </message>
    <message>
        <source>Show the whole range of a 16-bit image</source>
        <translation>显示 16 位图像的全部灰度范围</translation>
    </message>
    <message>
        <source>Ctrl+right-drag</source>
        <translation>Ctrl+右键拖动</translation>
    </message>
    <message>
        <source>Width and brightness of that window</source>
        <translation>调整该显示窗的宽度和亮度</translation>
    </message>
</context>
<context>
    <name>limpid::CompareMode</name>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Difference ±</source>
        <translation>差异 ±</translation>
    </message>
    <message>
        <source>Difference | |</source>
        <translation>差异 | |</translation>
    </message>
    <message>
        <source>Original and enhanced image with a line between them; drag it or use the arrow keys (S)</source>
        <translation>原图与增强图像以分割线隔开；拖动分割线或使用方向键 (S)</translation>
    </message>
    <message>
        <source>Both images next to each other, zoomed and moved together (Y)</source>
        <translation>两幅图像并排显示，同步缩放和平移 (Y)</translation>
    </message>
    <message>
        <source>One image in the whole view; B changes it, and the original shows while Space or \ is held (F)</source>
        <translation>整个视图只显示一幅图像；按 B 键切换，按住空格键或 \ 键时显示原图 (F)</translation>
    </message>
    <message>
        <source>Original and enhanced image in turn (K)</source>
        <translation>原图与增强图像交替显示 (K)</translation>
    </message>
    <message>
        <source>What became brighter (orange) and what became darker (blue) (D)</source>
        <translation>变亮的部分显示为橙色，变暗的部分显示为蓝色 (D)</translation>
    </message>
    <message>
        <source>How much a pixel changed, in the colour channel that changed most (A)</source>
        <translation>每个像素的变化量，取变化最大的颜色通道 (A)</translation>
    </message>
</context>
<context>
    <name>limpid::CompareScene</name>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Enhanced · %1</source>
        <translation>增强 · %1</translation>
    </message>
    <message>
        <source>%1 minus original, luminance</source>
        <translation>%1 减去原图，亮度</translation>
    </message>
    <message>
        <source>Change from original to %1</source>
        <translation>从原图到 %1 的变化</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>增强图像</translation>
    </message>
</context>
<context>
    <name>limpid::CompareView</name>
    <message>
        <source>Comparison of the original and the enhanced image</source>
        <translation>原图与增强图像的对比</translation>
    </message>
    <message>
        <source>Split at %1 %</source>
        <translation>分割线位于 %1 %</translation>
    </message>
</context>
<context>
    <name>limpid::CurvePanel</name>
    <message>
        <source>Step %1 · %2</source>
        <translation>第 %1 步 · %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 (smoothed %3)</source>
        <translation>%1：%2（平滑后 %3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>limpid::DegradationPanel</name>
    <message>
        <source>Why is it poor?</source>
        <translation>质量为何差？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Estimated severity: %1 of 1 (%2)</source>
        <translation>估计程度：%1，最大为 1（%2）</translation>
    </message>
    <message>
        <source>%1, %2 of 1</source>
        <comment>a grade and the number behind it</comment>
        <translation>%1，%2，最大为 1</translation>
    </message>
    <message>
        <source>Estimated by a network that learnt on photographs damaged on purpose: severities of synthetic damage, no clinical scale.</source>
        <translation>由在人为退化的照片上训练的网络估计：这是合成退化的程度，不是临床分级。</translation>
    </message>
</context>
<context>
    <name>limpid::DegradationWords</name>
    <message>
        <source>Haze</source>
        <translation>雾浊</translation>
    </message>
    <message>
        <source>Uneven light</source>
        <translation>光照不均</translation>
    </message>
    <message>
        <source>Parts of the fundus are lit too much or too little: a bright ring or a dark hole.</source>
        <translation>眼底有的部分过亮，有的部分过暗：出现亮环或暗区。</translation>
    </message>
    <message>
        <source>Spots</source>
        <translation>斑点</translation>
    </message>
    <message>
        <source>Bright, blurred spots that dust or drops on the camera&apos;s lens leave in the photograph.</source>
        <translation>相机镜头上的灰尘或液滴在照片中留下的明亮而模糊的斑点。</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>The photograph is out of focus: vessels lose their edges, and fine ones disappear.</source>
        <translation>照片没有对准焦点：血管边缘不清，细小血管消失。</translation>
    </message>
    <message>
        <source>Veil</source>
        <translation>杂散光</translation>
    </message>
    <message>
        <source>Stray light lies over the whole photograph, so that nothing in it is really dark.</source>
        <translation>杂散光笼罩整张照片，使照片中没有真正的暗处。</translation>
    </message>
    <message>
        <source>Colour cast</source>
        <translation>偏色</translation>
    </message>
    <message>
        <source>One colour is too strong or too weak in the whole photograph, by the camera or the lamp.</source>
        <translation>由于相机或光源，整张照片中某种颜色过强或过弱。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪点</translation>
    </message>
    <message>
        <source>The sensor&apos;s grain, which shows most where the camera had too little light.</source>
        <translation>传感器产生的颗粒，在相机进光不足处最明显。</translation>
    </message>
    <message>
        <source>Nothing that spoils photographs is more than slight in this one.</source>
        <translation>这张照片受到的各种影响都不超过轻微程度。</translation>
    </message>
    <message>
        <source>Strong haze is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重雾浊。</translation>
    </message>
    <message>
        <source>Strongly uneven light is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重光照不均。</translation>
    </message>
    <message>
        <source>Strong spots are the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重斑点。</translation>
    </message>
    <message>
        <source>Strong blur is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重模糊。</translation>
    </message>
    <message>
        <source>A strong veil of stray light is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重杂散光。</translation>
    </message>
    <message>
        <source>A strong colour cast is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重偏色。</translation>
    </message>
    <message>
        <source>Strong noise is the main reason why this photograph is poor.</source>
        <translation>这张照片质量差的主要原因是严重噪点。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>grade of a damage</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>slight</source>
        <comment>grade of a damage</comment>
        <translation>轻微</translation>
    </message>
    <message>
        <source>moderate</source>
        <comment>grade of a damage</comment>
        <translation>中等</translation>
    </message>
    <message>
        <source>strong</source>
        <comment>grade of a damage</comment>
        <translation>严重</translation>
    </message>
    <message>
        <source>Choose a photograph to see why it is poor.</source>
        <translation>选择一张照片，查看其质量为何差。</translation>
    </message>
    <message>
        <source>This photograph is being read…</source>
        <translation>正在分析这张照片…</translation>
    </message>
    <message>
        <source>This photograph is read as soon as Limpid has finished what it is computing now.</source>
        <translation>Limpid 完成当前的计算后，就会分析这张照片。</translation>
    </message>
    <message>
        <source>A model that this needs is missing, so nothing can be said; install Limpid again.</source>
        <translation>缺少所需的模型，因此无法说明；请重新安装 Limpid。</translation>
    </message>
    <message>
        <source>This can be said of fundus photographs only, and this image shows no field of view of a fundus camera.</source>
        <translation>只有眼底照片才能这样分析，而这幅图像没有显示眼底相机的视野。</translation>
    </message>
    <message>
        <source>Nothing could be read off this photograph. %1</source>
        <translation>无法分析这张照片。%1</translation>
    </message>
    <message>
        <source>Light that a cloudy lens or cornea scatters: contrast fades, often more on one side.</source>
        <translation>混浊的晶状体或角膜使光线散射：对比度下降，往往一侧更明显。</translation>
    </message>
    <message>
        <source>Moderate haze spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等雾浊。</translation>
    </message>
    <message>
        <source>Moderately uneven light spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等光照不均。</translation>
    </message>
    <message>
        <source>Moderate spots spoil this photograph most.</source>
        <translation>对这张照片影响最大的是中等斑点。</translation>
    </message>
    <message>
        <source>Moderate blur spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等模糊。</translation>
    </message>
    <message>
        <source>A moderate veil of stray light spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等杂散光。</translation>
    </message>
    <message>
        <source>A moderate colour cast spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等偏色。</translation>
    </message>
    <message>
        <source>Moderate noise spoils this photograph most.</source>
        <translation>对这张照片影响最大的是中等噪点。</translation>
    </message>
</context>
<context>
    <name>limpid::Error</name>
    <message>
        <source>There is no file %1; check the path and try again.</source>
        <translation>文件 %1 不存在；请检查路径后重试。</translation>
    </message>
    <message>
        <source>%1 may not be opened with your rights; ask for permission or copy it to a folder of your own.</source>
        <translation>您没有打开 %1 的权限；请申请权限，或将其复制到您自己的文件夹中。</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes); copy it from the camera again.</source>
        <translation>%1 是空文件（0 字节）；请重新从相机复制。</translation>
    </message>
    <message>
        <source>%1 is not an image, whatever its name says; remove it or export it again.</source>
        <translation>%1 虽有图像的文件名，但并不是图像；请将其移除或重新导出。</translation>
    </message>
    <message>
        <source>%1 breaks off in the middle; copy it from the camera again.</source>
        <translation>%1 的内容不完整；请重新从相机复制。</translation>
    </message>
    <message>
        <source>%1 is damaged inside; copy it from the camera again.</source>
        <translation>%1 的内容已损坏；请重新从相机复制。</translation>
    </message>
    <message>
        <source>%1 claims %2 x %3 pixels, more than the limit of %4 megapixels; export it smaller.</source>
        <translation>%1 标明的尺寸为 %2 × %3 像素，超过了 %4 百万像素的上限；请以较小的尺寸重新导出。</translation>
    </message>
    <message>
        <source>%1 is %2 x %3 pixels, too small to enhance; each side must be at least %4 pixels.</source>
        <translation>%1 的尺寸为 %2 × %3 像素，过小而无法增强；每边至少须为 %4 像素。</translation>
    </message>
    <message>
        <source>%1 has a format that Limpid does not support (%2); use PNG, TIFF, JPEG, BMP, PPM or WebP.</source>
        <translation>Limpid 不支持 %1 的格式（%2）；请使用 PNG、TIFF、JPEG、BMP、PPM 或 WebP。</translation>
    </message>
    <message>
        <source>%1 could not be written; check the folder and its permissions.</source>
        <translation>无法写入 %1；请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>%1 could not be read; check the drive and try again.</source>
        <translation>无法读取 %1；请检查驱动器后重试。</translation>
    </message>
    <message>
        <source>The model file %1 is damaged (%2); copy it again or choose another model.</source>
        <translation>模型文件 %1 已损坏（%2）；请重新复制或选择其他模型。</translation>
    </message>
    <message>
        <source>The model file %1 does not fit the network it names (%2); it was made by another program or version.</source>
        <translation>模型文件 %1 与其声明的网络不匹配（%2）；它由其他程序或其他版本生成，请选择其他模型。</translation>
    </message>
    <message>
        <source>The model file %1 is of a kind that this Limpid does not know (%2); update Limpid or choose another model.</source>
        <translation>当前版本的 Limpid 不认识模型文件 %1 的类型（%2）；请更新 Limpid 或选择其他模型。</translation>
    </message>
    <message>
        <source>These look like %1 images, but the model is for %2; choose a model of the right modality.</source>
        <translation>这些图像看起来属于 %1 模态，但该模型适用于 %2；请选择模态相符的模型。</translation>
    </message>
    <message>
        <source>Only %1 readable images were found and adapting needs at least %2; add more photographs to the folder.</source>
        <translation>仅找到 %1 幅可读取的图像，而适应至少需要 %2 幅；请在文件夹中添加更多照片。</translation>
    </message>
    <message>
        <source>Training stopped at epoch %1, batch %2, because the %3 was no longer a number; the last good weights were kept.</source>
        <translation>训练在第 %1 轮、第 %2 批时停止，因为 %3 不再是有效数值；已保留最后一组有效权重。</translation>
    </message>
    <message>
        <source>None of the %1 images passed the pseudo-label picker, so there is nothing to learn from; the old model stays in use.</source>
        <translation>%1 幅图像均未通过伪标签筛选，因此没有可供学习的内容；继续使用原模型。</translation>
    </message>
    <message>
        <source>This clinic&apos;s pseudo-references cannot be trusted (%1), so nothing was adapted; the old model stays in use.</source>
        <translation>本诊所的伪参考图像不可信（%1），因此未进行适应；继续使用原模型。</translation>
    </message>
    <message>
        <source>%1 is missing in %2; prepare the data again.</source>
        <translation>%2 中缺少 %1；请重新准备数据。</translation>
    </message>
    <message>
        <source>The memory ran out while %1; close other programs or choose a smaller batch or working size.</source>
        <translation>内存不足（正在执行：%1）；请关闭其他程序，或选择较小的批大小或工作尺寸。</translation>
    </message>
    <message>
        <source>%1 is not usable: %2.</source>
        <translation>%1 不可用：%2。</translation>
    </message>
    <message>
        <source>Stopped as asked; what was finished before is kept.</source>
        <translation>已按要求停止；此前完成的内容已保留。</translation>
    </message>
    <message>
        <source>Something went wrong inside Limpid while %1; the log has the details, please report it.</source>
        <translation>Limpid 内部出错（正在执行：%1）；详细信息见日志，请反馈此问题。</translation>
    </message>
    <message>
        <source>There is no folder %1. Perhaps it was moved or renamed, its drive is not plugged in, or the name has a typing error.</source>
        <translation>文件夹 %1 不存在。它可能已被移动或重命名、所在驱动器未连接，或名称输入有误。</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder. Open the folder that holds it.</source>
        <translation>%1 是文件而不是文件夹。请打开它所在的文件夹。</translation>
    </message>
    <message>
        <source>%1 holds no image that Limpid can read. Perhaps the photographs are in a folder below it, they are DICOM or raw files (Limpid reads JPEG, PNG, TIFF, BMP, PPM and WebP), or they have not been exported yet.</source>
        <translation>%1 中没有 Limpid 可读取的图像。照片可能在其下级文件夹中，可能是 DICOM 或原始格式文件（Limpid 可读取 JPEG、PNG、TIFF、BMP、PPM 和 WebP），也可能尚未导出。</translation>
    </message>
    <message>
        <source>There is no model %1, so nothing can be enhanced with it. Perhaps it was moved, or Limpid was not installed completely; install it again or start it with --model FILE.</source>
        <translation>模型 %1 不存在，因此无法用它进行增强。它可能已被移动，或 Limpid 未完整安装；请重新安装，或使用 --model FILE 启动。</translation>
    </message>
    <message>
        <source>%1 exists already and was left alone; choose another name.</source>
        <translation>%1 已存在，未作改动；请另选名称。</translation>
    </message>
    <message>
        <source>Writing to %1 could touch an original, and originals are never touched; choose another place.</source>
        <translation>写入 %1 可能会改动原图，而原图绝不允许改动；请另选位置。</translation>
    </message>
    <message>
        <source>The disk is full, so %1 was not written; free some space and try again.</source>
        <translation>磁盘已满，未能写入 %1；请释放空间后重试。</translation>
    </message>
    <message>
        <source>The device %1 cannot be used (%2); choose another one in the settings, or let Limpid choose.</source>
        <translation>计算设备 %1 无法使用（%2）；请在设置中另选设备，或由 Limpid 自动选择。</translation>
    </message>
    <message>
        <source>The clinic %1 has no unfinished run to go on with; start a new one.</source>
        <translation>诊所 %1 没有可继续的未完成运行；请重新开始。</translation>
    </message>
    <message>
        <source>The unfinished run in %1 cannot be resumed (%2); start a new one.</source>
        <translation>%1 中未完成的运行无法继续（%2）；请重新开始。</translation>
    </message>
    <message>
        <source>There is no clinic called %1. Perhaps its model was moved or deleted; choose another model, or adapt to the clinic again.</source>
        <translation>没有名为 %1 的诊所。其模型可能已被移动或删除；请选择其他模型，或重新适应该诊所。</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>%1 is not there any more. Perhaps it was moved or deleted, or its drive was unplugged; open the folder again.</source>
        <translation>%1 已不存在。可能已被移动或删除，或其驱动器已拔出；请重新打开该文件夹。</translation>
    </message>
    <message>
        <source>The clinic %1 is in use by the program %2 (process %3 on %4, since %5); wait until that has finished, or end it.</source>
        <translation>诊所 %1 正被程序 %2（进程 %3，位于 %4，自 %5 起）使用；请等待其完成，或结束该程序。</translation>
    </message>
    <message>
        <source>There is a clinic called %1 already; choose another name.</source>
        <translation>已有名为 %1 的诊所；请换一个名称。</translation>
    </message>
    <message>
        <source>The clinics in %1 were kept by a newer version of Limpid (layout %2), and this one leaves them alone; update Limpid.</source>
        <translation>%1 中的诊所由更新版本的 Limpid 保存（布局 %2），本版本不会改动它们；请更新 Limpid。</translation>
    </message>
    <message>
        <source>The clinics&apos; records in %1 cannot be used (%2); put a backup of that file in its place, or move the file away: the clinics&apos; models are then found again, but not their history.</source>
        <translation>%1 中的诊所记录无法使用（%2）；请用该文件的备份替换它，或将该文件移走：之后会重新找到各诊所的模型，但找不到其历史记录。</translation>
    </message>
    <message>
        <source>Nothing was imported from %1, because %2; export the clinic again and copy the whole file.</source>
        <translation>未从 %1 导入任何内容，因为%2；请重新导出该诊所，并复制完整的文件。</translation>
    </message>
</context>
<context>
    <name>limpid::ExportDialog</name>
    <message>
        <source>Export enhanced images</source>
        <translation>导出增强图像</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>图像：</translation>
    </message>
    <message numerus="yes">
        <source>The &amp;selected ones (%n)</source>
        <translation>
            <numerusform>所选图像(&amp;S)（%n 幅）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All in the list (%n)</source>
        <translation>
            <numerusform>列表中的全部图像(&amp;A)（%n 幅）</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Kind of file:</source>
        <translation>文件格式(&amp;K)：</translation>
    </message>
    <message>
        <source>PNG (no loss)</source>
        <translation>PNG（无损）</translation>
    </message>
    <message>
        <source>TIFF (no loss)</source>
        <translation>TIFF（无损）</translation>
    </message>
    <message>
        <source>JPEG (smaller, with loss)</source>
        <translation>JPEG（文件较小，有损）</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>JPEG &amp;quality:</source>
        <translation>JPEG 质量(&amp;Q)：</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation> / 100</translation>
    </message>
    <message>
        <source>JPEG quality, 1 to 100</source>
        <translation>JPEG 质量，1 至 100</translation>
    </message>
    <message>
        <source>Keep 1&amp;6 bits per channel where the photograph has them</source>
        <translation>照片为每通道 16 位时保留 16 位(&amp;6)</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>A folder that is not the photographs&apos; own</source>
        <translation>与照片所在位置不同的文件夹</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>导出到的文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>选择导出到的文件夹</translation>
    </message>
    <message>
        <source>&amp;Replace files of the same name</source>
        <translation>替换同名文件(&amp;R)</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将要执行的操作</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the folder that the images are written to.</source>
        <translation>请选择图像要导出到的文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n enhanced image(s) will be written as %1 at the photographs&apos; own size to %2, each with a record of how it was made.</source>
        <translation>
            <numerusform>将有 %n 幅增强图像以 %1 格式、按照片的原始尺寸写入 %2，每幅图像均附有一份生成过程记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of the same name there are replaced; the originals are not touched.</source>
        <translation>该处的同名文件将被替换；原图不会被改动。</translation>
    </message>
    <message>
        <source>Nothing there is replaced, and the originals are not touched.</source>
        <translation>该处的已有文件不会被替换，原图也不会被改动。</translation>
    </message>
</context>
<context>
    <name>limpid::ExportFlow</name>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>limpid::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Images that were not written, and why</source>
        <translation>未能写入的图像及其原因</translation>
    </message>
    <message>
        <source>Co&amp;py list</source>
        <translation>复制列表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancelling… The image being made is still finished or dropped.</source>
        <translation>正在取消… 当前图像将完成或被放弃。</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>%1 of %2 images are through.</source>
        <translation>已处理 %1 / %2 幅图像。</translation>
    </message>
    <message>
        <source>Image %1 of %2: %3</source>
        <translation>第 %1 / %2 幅图像：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) written.</source>
        <translation>
            <numerusform>已写入 %n 幅图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written, for the reasons below.</source>
        <translation>
            <numerusform>有 %n 幅未能写入，原因如下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n left out.</source>
        <translation>
            <numerusform>已取消；%n 幅未导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n after that were not tried.</source>
        <translation>
            <numerusform>其后的 %n 幅未再尝试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::FilterBar</name>
    <message>
        <source>Filters and order of the images</source>
        <translation>图像的筛选与排序</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Find images by name</source>
        <translation>按名称查找图像</translation>
    </message>
    <message>
        <source>Any quality</source>
        <translation>任意质量</translation>
    </message>
    <message>
        <source>Quality good</source>
        <translation>质量良好</translation>
    </message>
    <message>
        <source>Quality usable</source>
        <translation>质量可用</translation>
    </message>
    <message>
        <source>Quality reject</source>
        <translation>质量不合格</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>质量未知</translation>
    </message>
    <message>
        <source>Filter by quality</source>
        <translation>按质量筛选</translation>
    </message>
    <message>
        <source>Any decision</source>
        <translation>任意判定</translation>
    </message>
    <message>
        <source>Filter by modality</source>
        <translation>按模态筛选</translation>
    </message>
    <message>
        <source>Any stars</source>
        <translation>任意星级</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stars or more</source>
        <translation>
            <numerusform>%n 星及以上</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by stars</source>
        <translation>按星级筛选</translation>
    </message>
    <message>
        <source>Any flag</source>
        <translation>任意标记</translation>
    </message>
    <message>
        <source>Picks</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Without flag</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>Filter by flag</source>
        <translation>按标记筛选</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Sort the images by</source>
        <translation>图像的排序方式</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Any modality</source>
        <translation>任意模态</translation>
    </message>
    <message numerus="yes">
        <source>Filtered: showing %1 of %n images</source>
        <translation>
            <numerusform>已筛选：显示 %n 幅图像中的 %1 幅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Falling order; press for rising</source>
        <translation>当前为降序；按下切换为升序</translation>
    </message>
    <message>
        <source>Rising order; press for falling</source>
        <translation>当前为升序；按下切换为降序</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation>人工决定</translation>
    </message>
    <message>
        <source>Filter by the decision about the pseudo-label</source>
        <translation>按对伪标签的决定筛选</translation>
    </message>
    <message>
        <source>What the picker, or a person, decided about the image&apos;s pseudo-label in the last run</source>
        <translation>上次运行中，筛选器或人员对该图像伪标签所作的决定</translation>
    </message>
    <message>
        <source>Quality is what the quality judge says of the photograph as it is. Gain is by how much enhancing raised the judge&apos;s probability of “good”; images that were not enhanced stand last.</source>
        <translation>质量是质量评估器对照片原样的评价。增益是增强使评估器给出“良好”的概率提高了多少；未增强的图像排在最后。</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>任意结果</translation>
    </message>
    <message>
        <source>Filter by the result that is shown</source>
        <translation>按所显示的结果筛选</translation>
    </message>
    <message>
        <source>Whose result is shown with the model in use: the adapted model&apos;s, that of the model it was adapted from, or the photograph as it was taken</source>
        <translation>使用当前模型时显示的是哪个结果：适应后的模型的结果、它所源自的模型的结果，或拍摄的原照片</translation>
    </message>
</context>
<context>
    <name>limpid::FolderJudgements</name>
    <message>
        <source>Fundus photograph</source>
        <translation>眼底照片</translation>
    </message>
    <message>
        <source>OCT</source>
        <translation>OCT</translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation>超声</translation>
    </message>
    <message>
        <source>Other image</source>
        <comment>one that shows no field of view of a fundus camera</comment>
        <translation>其他图像</translation>
    </message>
</context>
<context>
    <name>limpid::FolderNotes</name>
    <message>
        <source>The stars and flags of %1 cannot be read, so none are shown; check who may read %2.</source>
        <translation>无法读取 %1 的星级和标记，因此均未显示；请检查 %2 的读取权限。</translation>
    </message>
    <message>
        <source>The stars and flags of %1 are damaged and begin anew; the damaged file was kept as %2.</source>
        <translation>%1 的星级和标记已损坏，将重新开始记录；损坏的文件已保留为 %2。</translation>
    </message>
</context>
<context>
    <name>limpid::FolderSentence</name>
    <message>
        <source>%1 holds no photographs itself, but its folder %2 does; open that one.</source>
        <translation>%1 中没有照片，但其下级文件夹 %2 中有；请打开该文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n DICOM files, which Limpid does not read yet; export the photographs as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 中有 %n 个 DICOM 文件，Limpid 尚不能读取；请将照片导出为 JPEG、PNG 或 TIFF，然后打开导出的文件夹。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n videos but no photographs; save single pictures from them as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 中有 %n 个视频，但没有照片；请从视频中截取单幅图像并保存为 JPEG、PNG 或 TIFF，然后打开所在的文件夹。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n images in formats that Limpid does not read (camera raw, HEIC or a device&apos;s own); export them as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 中有 %n 幅图像的格式是 Limpid 不能读取的（相机原始格式、HEIC 或设备专有格式）；请将其导出为 JPEG、PNG 或 TIFF，然后打开导出的文件夹。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n packed archives; unpack the photographs and open the folder that comes out.</source>
        <translation>
            <numerusform>%1 中有 %n 个压缩包；请解压其中的照片，然后打开解压得到的文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds only further folders. Perhaps the photographs are deeper in one of them; open the folder that holds the photographs themselves.</source>
        <translation>%1 中只有下级文件夹。照片可能在其中更深的位置；请打开直接存放照片的文件夹。</translation>
    </message>
    <message>
        <source>%1 holds files, but none that Limpid can read (JPEG, PNG, TIFF, BMP, PPM and WebP). Perhaps it is the wrong folder, or the photographs have not been exported yet.</source>
        <translation>%1 中有文件，但没有 Limpid 可读取的文件（JPEG、PNG、TIFF、BMP、PPM 和 WebP）。可能选错了文件夹，或照片尚未导出。</translation>
    </message>
    <message>
        <source>%1 is empty. Perhaps the photographs have not been copied there yet, or it is a drive or network folder that is not connected.</source>
        <translation>%1 是空文件夹。照片可能尚未复制到此处，或者它是未连接的驱动器或网络文件夹。</translation>
    </message>
</context>
<context>
    <name>limpid::GuardList</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>What the adapted model is expected to gain over the source model, in dB: an estimate whose level is rather too high, so that up to %1 dB counts as no gain</source>
        <translation>适应后的模型相对于起始模型的预计增益，单位为 dB：这是一个偏高的估计值，因此不超过 %1 dB 视为没有增益</translation>
    </message>
    <message>
        <source>The source model is the one that the run began with</source>
        <translation>起始模型是此次运行开始时所用的模型</translation>
    </message>
    <message>
        <source>The quality judge&apos;s probability that it is good</source>
        <translation>质量评估器给出“良好”的概率</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Result shown</source>
        <translation>所显示的结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Expected
gain</source>
        <translation>预计
增益</translation>
    </message>
    <message>
        <source>p(good)
as taken</source>
        <translation>p(良好)
原照片</translation>
    </message>
    <message>
        <source>p(good)
source</source>
        <translation>p(良好)
起始模型</translation>
    </message>
    <message>
        <source>p(good)
adapted</source>
        <translation>p(良好)
适应后</translation>
    </message>
</context>
<context>
    <name>limpid::GuardPage</name>
    <message>
        <source>%1, run that ended %2</source>
        <translation>%1，%2 结束的运行</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %2 张中的 %1 张</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not the adapted model&apos;s result</source>
        <translation>未采用适应后的模型的结果</translation>
    </message>
    <message>
        <source>Which photographs are listed</source>
        <translation>列出哪些照片</translation>
    </message>
    <message>
        <source>Find by name or reason</source>
        <translation>按名称或原因查找</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the list as a table (CSV)</source>
        <translation>将列表写成表格 (CSV)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Whose result is shown for which photograph</source>
        <translation>每张照片显示的是哪个结果</translation>
    </message>
    <message>
        <source>Enter or a double click opens the photograph in the comparison</source>
        <translation>按回车键或双击可在对比中打开照片</translation>
    </message>
</context>
<context>
    <name>limpid::GuardText</name>
    <message>
        <source>The source model&apos;s result: too little is expected of the adapted model here (%1 dB)</source>
        <translation>起始模型的结果：预计适应后的模型在此增益太小（%1 dB）</translation>
    </message>
    <message>
        <source>The source model&apos;s result: the quality judge finds the adapted model&apos;s worse (good %1 % instead of %2 %)</source>
        <translation>起始模型的结果：质量评估器认为适应后的模型的结果更差（良好 %1 %，而非 %2 %）</translation>
    </message>
    <message>
        <source>The source model&apos;s result: vessels are missing in the adapted model&apos;s</source>
        <translation>起始模型的结果：适应后的模型的结果中缺少血管</translation>
    </message>
    <message>
        <source>The source model&apos;s result: the adapted model&apos;s shows vessels without a trace in the photograph</source>
        <translation>起始模型的结果：适应后的模型显示了照片中毫无痕迹的血管</translation>
    </message>
    <message>
        <source>The source model&apos;s result: the adapted model&apos;s has a colour that no fundus has</source>
        <translation>起始模型的结果：适应后的模型的结果具有眼底不会有的颜色</translation>
    </message>
    <message>
        <source>The photograph as it was taken: the quality judge finds it better than its restoration</source>
        <translation>拍摄的原照片：质量评估器认为它优于其修复结果</translation>
    </message>
    <message>
        <source>%1: the source model&apos;s result</source>
        <translation>%1：起始模型的结果</translation>
    </message>
    <message>
        <source>%1: left as taken</source>
        <translation>%1：保持原样</translation>
    </message>
    <message>
        <source>Adapted model&apos;s</source>
        <translation>适应后的模型</translation>
    </message>
    <message>
        <source>Left as taken</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Source model&apos;s</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>The adapted model&apos;s result shows vessels without a trace in the photograph.</source>
        <translation>适应后的模型的结果显示了照片中毫无痕迹的血管。</translation>
    </message>
    <message>
        <source>The adapted model&apos;s result has a colour that no fundus has.</source>
        <translation>适应后的模型的结果具有眼底不会有的颜色。</translation>
    </message>
    <message>
        <source>The quality judge finds the photograph better than its restoration.</source>
        <translation>质量评估器认为照片优于其修复结果。</translation>
    </message>
    <message numerus="yes">
        <source>With the adapted model in use, its result is shown for %1 of %n photograph(s), the source model&apos;s for %2, and the photograph as it was taken for %3.</source>
        <translation>
            <numerusform>使用适应后的模型时，%n 张照片中有 %1 张显示其结果，%2 张显示起始模型的结果，%3 张显示拍摄的原照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>A gain is expected, and nothing speaks against it.</source>
        <translation>预计有增益，且没有可疑之处。</translation>
    </message>
    <message>
        <source>The quality judge finds the adapted model&apos;s result worse.</source>
        <translation>质量评估器认为适应后的模型的结果更差。</translation>
    </message>
    <message>
        <source>Vessels are missing in the adapted model&apos;s result.</source>
        <translation>适应后的模型的结果中缺少血管。</translation>
    </message>
    <message>
        <source>The expected gain is too small to be sure of.</source>
        <translation>预计增益太小，不足以确定。</translation>
    </message>
    <message>
        <source>The source model&apos;s result: the adapted model&apos;s leaves more of the veil of stray light</source>
        <translation>起始模型的结果：适应后的模型的结果残留更多杂散光</translation>
    </message>
    <message>
        <source>The source model&apos;s result: the structure judge finds the adapted model&apos;s vessels irregular</source>
        <translation>起始模型的结果：结构检测器认为适应后的模型的血管不规则</translation>
    </message>
    <message>
        <source>More of the veil of stray light is left in the adapted model&apos;s result.</source>
        <translation>适应后的模型的结果残留更多杂散光。</translation>
    </message>
    <message>
        <source>The structure judge finds the vessels in the adapted model&apos;s result irregular.</source>
        <translation>结构检测器认为适应后的模型的结果中的血管不规则。</translation>
    </message>
</context>
<context>
    <name>limpid::HeldOutStrip</name>
    <message>
        <source>Held-out images of the clinic probe, degraded and then restored by both models; PSNR in dB. The new model is better on %1 of %2.</source>
        <translation>诊所探针留出的图像，先退化，再分别由两个模型恢复；PSNR 单位为 dB。新模型在 %2 幅中的 %1 幅上更好。</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>Old model %1</source>
        <translation>旧模型 %1</translation>
    </message>
    <message>
        <source>New model %1</source>
        <translation>新模型 %1</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>应有的样子</translation>
    </message>
    <message>
        <source>Held-out images before and after</source>
        <translation>留出图像的前后对比</translation>
    </message>
</context>
<context>
    <name>limpid::ImageBrowser</name>
    <message>
        <source>Images of the folder</source>
        <translation>文件夹中的图像</translation>
    </message>
</context>
<context>
    <name>limpid::ImageCellDelegate</name>
    <message>
        <source>Pick</source>
        <comment>the flag on an image</comment>
        <translation>选中</translation>
    </message>
    <message>
        <source>Reject</source>
        <comment>the flag on an image</comment>
        <translation>排除</translation>
    </message>
    <message>
        <source>Accepted by hand</source>
        <translation>人工接受</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected by hand</source>
        <translation>人工拒绝</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source> · gain %1</source>
        <translation> · 增益 %1</translation>
    </message>
</context>
<context>
    <name>limpid::ImageFlow</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Enhancing…</source>
        <translation>正在增强…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>%1 × %2 pixels · enhanced in %3 s</source>
        <translation>%1 × %2 像素 · 增强用时 %3 秒</translation>
    </message>
</context>
<context>
    <name>limpid::ImageHistoryDialog</name>
    <message>
        <source>A file counts by its contents, whatever it is called; originals and results are found alike. A name or a SHA-256 will do too.</source>
        <translation>文件以内容为准，与名称无关；原图和结果都能找到。也可以使用名称或 SHA-256。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing is on record about this image.</source>
        <translation>没有关于此图像的记录。</translation>
    </message>
    <message>
        <source>History of an image</source>
        <translation>图像历史</translation>
    </message>
    <message>
        <source>&amp;Image:</source>
        <translation>图像(&amp;I)：</translation>
    </message>
    <message>
        <source>File, SHA-256 or name of the image</source>
        <translation>图像的文件、SHA-256 或名称</translation>
    </message>
    <message>
        <source>File, SHA-256 or name</source>
        <translation>文件、SHA-256 或名称</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Show the history of this image</source>
        <translation>显示此图像的历史</translation>
    </message>
    <message>
        <source>History of the image</source>
        <translation>图像的历史</translation>
    </message>
    <message>
        <source>Entries on record about this image: %1</source>
        <translation>关于此图像的记录：%1 条</translation>
    </message>
</context>
<context>
    <name>limpid::ImageListModel</name>
    <message>
        <source>%1: cannot be read. %2</source>
        <translation>%1：无法读取。%2</translation>
    </message>
    <message>
        <source>%1 (good %2 %, usable %3 %, reject %4 %)</source>
        <translation>%1（良好 %2 %，可用 %3 %，不合格 %4 %）</translation>
    </message>
    <message>
        <source>Enhanced: %1 (good %2 %, usable %3 %, reject %4 %)</source>
        <translation>增强后：%1（良好 %2 %，可用 %3 %，不合格 %4 %）</translation>
    </message>
    <message>
        <source>Gain %1: enhancing took the judge&apos;s probability of “good” from %2 % to %3 %</source>
        <translation>增益 %1：增强使评估器给出“良好”的概率从 %2 % 变为 %3 %</translation>
    </message>
    <message>
        <source>Result shown: %1</source>
        <translation>所显示的结果：%1</translation>
    </message>
</context>
<context>
    <name>limpid::ImageStrip</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The same images before the adaptation and now</source>
        <translation>同一组图像在适应之前和现在的效果</translation>
    </message>
</context>
<context>
    <name>limpid::ImageTraits</name>
    <message>
        <source>Quality good</source>
        <translation>质量良好</translation>
    </message>
    <message>
        <source>Quality usable</source>
        <translation>质量可用</translation>
    </message>
    <message>
        <source>Quality reject</source>
        <comment>the assessor&apos;s class for images too poor to judge by</comment>
        <translation>质量不合格</translation>
    </message>
    <message>
        <source>Flagged as pick</source>
        <translation>已标记为选中</translation>
    </message>
    <message>
        <source>Flagged as reject</source>
        <translation>已标记为排除</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
    <message>
        <source>Pseudo-label accepted by hand</source>
        <translation>伪标签已人工接受</translation>
    </message>
    <message>
        <source>Pseudo-label accepted by the picker</source>
        <translation>伪标签被筛选器接受</translation>
    </message>
    <message>
        <source>Pseudo-label rejected by hand</source>
        <translation>伪标签已人工拒绝</translation>
    </message>
    <message>
        <source>Pseudo-label rejected by the picker</source>
        <translation>伪标签被筛选器拒绝</translation>
    </message>
</context>
<context>
    <name>limpid::InterruptedRuns</name>
    <message>
        <source>The adaptation to %1 was interrupted after epoch %2 of %3.</source>
        <translation>对 %1 的适应在第 %2 轮（共 %3 轮）之后中断。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>A new model for %1 is ready, but nobody has said yet whether it is to be used.</source>
        <translation>%1 的新模型已就绪，但尚未决定是否使用。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>limpid::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Sheet of all keys</source>
        <translation>全部快捷键一览表</translation>
    </message>
</context>
<context>
    <name>limpid::LogWindow</name>
    <message>
        <source>Copied. It may name folders and files of yours; read it before you send it.</source>
        <translation>已复制。其中可能含有您的文件夹名和文件名，发送前请先查看。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>运行信息</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>显示哪些日志行</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Puts version, machine and the last lines on the clipboard. Nothing is sent.</source>
        <translation>将版本、机器信息和最近的日志行复制到剪贴板。不会发送任何内容。</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>日志内容</translation>
    </message>
</context>
<context>
    <name>limpid::MainWindow</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Limpid</source>
        <translation>Limpid</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n unreadable</source>
        <translation>
            <numerusform> · %n 幅无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images written to %1</source>
        <translation>
            <numerusform>已将 %n 幅图像写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2 – Limpid</source>
        <translation>%1 – %2 – Limpid</translation>
    </message>
</context>
<context>
    <name>limpid::MessageBar</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>limpid::ModelBox</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model that enhances, and that adapting starts from</source>
        <translation>用于增强、并作为适应起点的模型</translation>
    </message>
</context>
<context>
    <name>limpid::ModelCatalog</name>
    <message>
        <source>%1 (adapted)</source>
        <translation>%1（已适应）</translation>
    </message>
</context>
<context>
    <name>limpid::Outcome</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>A model for %1 is ready: on the clinic probe, PSNR went from %2 to %3 dB and SSIM from %4 to %5.</source>
        <translation>%1 的模型已就绪：在诊所探针上，PSNR 由 %2 变为 %3 dB，SSIM 由 %4 变为 %5。</translation>
    </message>
    <message>
        <source>No guard could be learnt, so its results are shown for every photograph; compare before and after.</source>
        <translation>未能学到逐幅判断的依据，因此所有照片都显示该模型的结果；请对比前后。</translation>
    </message>
    <message numerus="yes">
        <source>Left out because unreadable: %n.</source>
        <translation>
            <numerusform>因无法读取而跳过：%n 幅。</numerusform>
        </translation>
    </message>
    <message>
        <source>My clinic</source>
        <translation>我的诊所</translation>
    </message>
    <message>
        <source>The judges accept only %1 % of what the model makes of these photographs, too little to learn from, so nothing was adapted; the old model stays in use.</source>
        <translation>对于这些照片的增强结果，评估器只接受了 %1 %，不足以用来学习，因此未进行适应；继续使用旧模型。</translation>
    </message>
    <message>
        <source>These photographs are poor in a way that Limpid cannot imitate (unlikeness %1, at most %2 is credible), so nothing was adapted; the old model stays in use.</source>
        <translation>这些照片的劣化方式是 Limpid 无法模拟的（不相似度 %1，可信上限为 %2），因此未进行适应；继续使用旧模型。</translation>
    </message>
    <message>
        <source>The clinic probe saw no gain worth having (%1 dB at best), so the old model stays in use.</source>
        <translation>诊所探针未测到有意义的增益（最多 %1 dB），因此继续使用旧模型。</translation>
    </message>
    <message numerus="yes">
        <source>Against the references of %n photograph(s), PSNR went from %1 to %2 dB.</source>
        <translation>
            <numerusform>与 %n 张照片的参考图像相比，PSNR 由 %1 变为 %2 dB。</numerusform>
        </translation>
    </message>
    <message>
        <source>The judges accepted next to no pseudo-label any more, so the run ended early; the old model stays in use.</source>
        <translation>评判器几乎不再接受任何伪标签，运行因此提前结束；继续使用旧模型。</translation>
    </message>
    <message>
        <source>The restorations became flat, so the run ended early; the old model stays in use.</source>
        <translation>恢复结果变得平淡，失去对比，运行因此提前结束；继续使用旧模型。</translation>
    </message>
    <message>
        <source>The restorations had gone far from those of the old model, so the run ended early; the old model stays in use.</source>
        <translation>恢复结果已远离旧模型的结果，运行因此提前结束；继续使用旧模型。</translation>
    </message>
    <message>
        <source>The folder holds two clearly different kinds of photographs, as of two cameras: %1 of %2 are of the smaller kind; look at both.</source>
        <translation>文件夹中有两类明显不同的照片，似乎来自两台相机：%2 张中有 %1 张属于较少的一类；请查看两类照片。</translation>
    </message>
    <message>
        <source>The adapted model would leave more of the veil of stray light in these photographs than the old one, so the old model stays in use.</source>
        <translation>与旧模型相比，适应后的模型会在这些照片中残留更多杂散光，因此继续使用旧模型。</translation>
    </message>
    <message>
        <source>The adapted model would leave more noise in these photographs than the old one, so the old model stays in use.</source>
        <translation>与旧模型相比，适应后的模型会在这些照片中残留更多噪声，因此继续使用旧模型。</translation>
    </message>
</context>
<context>
    <name>limpid::PickDetail</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Teacher&apos;s output</source>
        <translation>教师模型的输出</translation>
    </message>
    <message>
        <source>Structure map</source>
        <translation>结构图</translation>
    </message>
    <message>
        <source>Accept (P)</source>
        <translation>接受 (P)</translation>
    </message>
    <message>
        <source>Learn from the selected pseudo-labels whatever the picker says, from the next step</source>
        <translation>从下一步起，无论筛选器如何判定，都从所选伪标签中学习</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>拒绝 (X)</translation>
    </message>
    <message>
        <source>Never learn from the selected pseudo-labels, from the next step</source>
        <translation>从下一步起，不再从所选伪标签中学习</translation>
    </message>
    <message>
        <source>Leave to the picker (U)</source>
        <translation>交由筛选器判定 (U)</translation>
    </message>
    <message>
        <source>Take the decision by hand back</source>
        <translation>撤销人工判定</translation>
    </message>
    <message>
        <source>Choose a pseudo-label to see why it was accepted or rejected.</source>
        <translation>选择一个伪标签，查看它被接受或拒绝的原因。</translation>
    </message>
    <message>
        <source>%1 · epoch %2</source>
        <translation>%1 · 第 %2 轮</translation>
    </message>
    <message>
        <source>p(good) %1: accepted above %2, if it is the strongest</source>
        <translation>p(良好) %1：高于 %2 且在各类别中最大时接受</translation>
    </message>
    <message>
        <source>p(usable) %1, p(reject) %2</source>
        <translation>p(可用) %1，p(不合格) %2</translation>
    </message>
    <message>
        <source>Structure score %1: accepted up to %2</source>
        <translation>结构评分 %1：不高于 %2 时接受</translation>
    </message>
    <message>
        <source>Damage of the photograph %1: counted in p(good)</source>
        <translation>照片的受损程度 %1：已计入 p(良好)</translation>
    </message>
</context>
<context>
    <name>limpid::PickReason</name>
    <message>
        <source>Accepted: p(good) %1 is above %2, and the structure score %3 is within %4.</source>
        <translation>已接受：p(良好) %1 高于 %2，且结构评分 %3 不高于 %4。</translation>
    </message>
    <message>
        <source>Accepted: p(good) %1 is above %2.</source>
        <translation>已接受：p(良好) %1 高于 %2。</translation>
    </message>
    <message>
        <source>Accepted: the structure score %1 is within %2.</source>
        <translation>已接受：结构评分 %1 不高于 %2。</translation>
    </message>
    <message>
        <source>Accepted: no judge was asked.</source>
        <translation>已接受：未使用任何评估器。</translation>
    </message>
    <message>
        <source>The quality judge refused: p(good) %1 is not above %2.</source>
        <translation>质量评估器拒绝：p(良好) %1 未高于 %2。</translation>
    </message>
    <message>
        <source>The quality judge refused: p(usable) %1 is as strong as p(good) %2.</source>
        <translation>质量评估器拒绝：p(可用) %1 不低于 p(良好) %2。</translation>
    </message>
    <message>
        <source>The quality judge refused: p(reject) %1 is as strong as p(good) %2.</source>
        <translation>质量评估器拒绝：p(不合格) %1 不低于 p(良好) %2。</translation>
    </message>
    <message>
        <source>The structure judge refused: the structure score %1 is above %2.</source>
        <translation>结构检测器拒绝：结构评分 %1 高于 %2。</translation>
    </message>
    <message>
        <source>The photograph itself was judged and is the label.</source>
        <translation>判定的是照片本身，照片即为标签。</translation>
    </message>
</context>
<context>
    <name>limpid::PickerPage</name>
    <message numerus="yes">
        <source>%n pseudo-label(s) accepted by hand; used from the next step.</source>
        <translation>
            <numerusform>已人工接受 %n 个伪标签；从下一步起使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-label(s) rejected by hand; left out from the next step.</source>
        <translation>
            <numerusform>已人工拒绝 %n 个伪标签；从下一步起不再使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-label(s) left to the picker from the next step.</source>
        <translation>
            <numerusform>从下一步起，%n 个伪标签交由筛选器判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1 of %2 accepted</source>
        <translation>已接受 %1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2 shown</source>
        <translation>%1 · 显示 %2 个</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Which pseudo-labels are shown</source>
        <translation>显示哪些伪标签</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Changed since the last epoch</source>
        <translation>自上一轮起有变化</translation>
    </message>
    <message>
        <source>Find by name or reason</source>
        <translation>按名称或原因查找</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Show the pseudo-labels as a grid of thumbnails</source>
        <translation>以缩略图网格显示伪标签</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the decisions of this epoch</source>
        <translation>导出本轮的判定</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>From the next step on the run accepts p(good) above %1 and structure scores up to %2; the decisions here follow at the next evaluation.</source>
        <translation>从下一步起，运行接受 p(良好) 高于 %1 且结构评分不高于 %2 的伪标签；此处的判定在下一次评估时更新。</translation>
    </message>
    <message>
        <source>Use these thresholds in the run</source>
        <translation>在运行中使用这些阈值</translation>
    </message>
    <message>
        <source>Have the picker judge by the lines&apos; thresholds from the next step on</source>
        <translation>从下一步起，筛选器按阈值线的位置判定</translation>
    </message>
</context>
<context>
    <name>limpid::PixelReadout</name>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>%1 · original %2</source>
        <translation>%1 · 原图 %2</translation>
    </message>
    <message>
        <source>%1 · original %2 · enhanced %3</source>
        <translation>%1 · 原图 %2 · 增强 %3</translation>
    </message>
</context>
<context>
    <name>limpid::PseudoLabelModel</name>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · 有变化</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>p(good)</source>
        <translation>p(良好)</translation>
    </message>
    <message>
        <source>p(usable)</source>
        <translation>p(可用)</translation>
    </message>
    <message>
        <source>p(reject)</source>
        <translation>p(不合格)</translation>
    </message>
    <message>
        <source>Structure score</source>
        <translation>结构评分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>✓ Accepted by hand</source>
        <translation>✓ 人工接受</translation>
    </message>
    <message>
        <source>✕ Rejected by hand</source>
        <translation>✕ 人工拒绝</translation>
    </message>
    <message>
        <source>✓ Accepted</source>
        <translation>✓ 已接受</translation>
    </message>
    <message>
        <source>✕ Rejected</source>
        <translation>✕ 已拒绝</translation>
    </message>
</context>
<context>
    <name>limpid::PseudoLabelViews</name>
    <message>
        <source>Pseudo-labels as a table</source>
        <translation>伪标签表格</translation>
    </message>
    <message>
        <source>Pseudo-labels as a grid</source>
        <translation>伪标签网格</translation>
    </message>
</context>
<context>
    <name>limpid::RecentFolderDelegate</name>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（未找到）</translation>
    </message>
</context>
<context>
    <name>limpid::RecentFolderModel</name>
    <message>
        <source>%1: not there at the moment. Perhaps its drive is not plugged in, or it was moved.</source>
        <translation>%1：目前不存在。所在驱动器可能未连接，或该文件夹已被移动。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1（位于 %2）</translation>
    </message>
</context>
<context>
    <name>limpid::ReportFlow</name>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
</context>
<context>
    <name>limpid::ResearchChip</name>
    <message>
        <source>Research use only · not a medical device</source>
        <translation>仅供研究使用 · 非医疗器械</translation>
    </message>
    <message>
        <source>No diagnosis may rest on an image that Limpid has made. Look at the original as well.</source>
        <translation>不得依据 Limpid 生成的图像作出诊断。请同时查看原图。</translation>
    </message>
</context>
<context>
    <name>limpid::ResultsFlow</name>
    <message>
        <source>The open folder holds no photograph called %1; open the folder of this run first.</source>
        <translation>打开的文件夹中没有名为 %1 的照片；请先打开此次运行的文件夹。</translation>
    </message>
</context>
<context>
    <name>limpid::Ruler</name>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source> · %1 µm</source>
        <translation> · %1 µm</translation>
    </message>
    <message>
        <source> · %1 mm</source>
        <translation> · %1 mm</translation>
    </message>
</context>
<context>
    <name>limpid::RunButtons</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on where the adaptation was paused</source>
        <translation>从暂停处继续适应</translation>
    </message>
    <message>
        <source>Hold still after this step</source>
        <translation>完成当前步后暂停</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>停止并保留最佳模型</translation>
    </message>
    <message>
        <source>End after this step; the best model so far can be put to use</source>
        <translation>完成当前步后结束；目前最好的模型可投入使用</translation>
    </message>
    <message>
        <source>Cancel and discard</source>
        <translation>取消并放弃</translation>
    </message>
    <message>
        <source>End after this step and throw away what was learnt; the old model stays in use</source>
        <translation>完成当前步后结束，并放弃已学到的内容；继续使用原模型</translation>
    </message>
</context>
<context>
    <name>limpid::RunCurves</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Pseudo-labels</source>
        <translation>伪标签</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Re-degradation</source>
        <translation>再退化</translation>
    </message>
    <message>
        <source>Student · clinic probe</source>
        <translation>学生模型 · 诊所探针</translation>
    </message>
    <message>
        <source>Teacher · clinic probe</source>
        <translation>教师模型 · 诊所探针</translation>
    </message>
    <message>
        <source>Student · teacher</source>
        <translation>学生模型 · 教师模型</translation>
    </message>
    <message>
        <source>Accepted share</source>
        <translation>接受比例</translation>
    </message>
    <message>
        <source>Mean quality, p(good)</source>
        <translation>平均质量，p(良好)</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Model in use · reference</source>
        <translation>采用的模型 · 参考图像</translation>
    </message>
</context>
<context>
    <name>limpid::RunDisplay</name>
    <message>
        <source>Reading the folder</source>
        <translation>正在读取文件夹</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Judging the photographs</source>
        <translation>正在评判照片</translation>
    </message>
</context>
<context>
    <name>limpid::RunFacts</name>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Mean quality</source>
        <translation>平均质量</translation>
    </message>
    <message>
        <source>Mean probability that a pseudo-label is good, by the quality assessor</source>
        <translation>质量评估器给出的伪标签为“良好”的平均概率</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>known after a few steps</source>
        <translation>几步之后可知</translation>
    </message>
    <message>
        <source>%1 % of %2 pseudo-labels</source>
        <translation>%2 个伪标签中的 %1 %</translation>
    </message>
</context>
<context>
    <name>limpid::RunFiles</name>
    <message>
        <source>Export curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Export pseudo-labels</source>
        <translation>导出伪标签</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
</context>
<context>
    <name>limpid::RunState</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>limpid::ScaleDialog</name>
    <message>
        <source>One pixel is then %1 µm wide, in every image of %2 × %3 pixels in this folder.</source>
        <translation>这样，此文件夹中所有 %2 × %3 像素图像的每个像素宽 %1 µm。</translation>
    </message>
    <message>
        <source>Set scale</source>
        <translation>设置比例尺</translation>
    </message>
    <message>
        <source>&amp;How long is the measured line of %1 pixels in reality?</source>
        <translation>所测线段长 %1 像素，其实际长度是多少？(&amp;H)</translation>
    </message>
    <message>
        <source> µm</source>
        <translation> µm</translation>
    </message>
    <message>
        <source>Length of the line in micrometres</source>
        <translation>线段长度（微米）</translation>
    </message>
    <message>
        <source>If no length in the image is known, measure the optic disc from its upper to its lower edge: it is about 1800 µm tall on average. Eyes differ, so lengths measured with it are estimates, and they hold for one camera at one angle of view.</source>
        <translation>如果不知道图像中任何长度，可测量视盘上缘到下缘的距离：其平均高度约为 1800 µm。个体之间存在差异，因此据此测得的长度只是估计值，并且只适用于同一台相机的同一视角。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>limpid::ScoreHistogram</name>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n more would be accepted.</source>
        <translation>
            <numerusform>将多接受 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer would be accepted.</source>
        <translation>
            <numerusform>将少接受 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more would be accepted, %2 fewer.</source>
        <translation>将新接受 %1 个，不再接受 %2 个。</translation>
    </message>
    <message>
        <source>Threshold %1. %2</source>
        <translation>阈值 %1。%2</translation>
    </message>
    <message>
        <source>Quality, p(good)</source>
        <translation>质量，p(良好)</translation>
    </message>
    <message>
        <source>Structure score</source>
        <translation>结构评分</translation>
    </message>
    <message>
        <source>Threshold of: %1</source>
        <translation>阈值：%1</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys, to see what another threshold would change.</source>
        <translation>拖动阈值线，或用方向键移动，查看采用其他阈值会带来的变化。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
</context>
<context>
    <name>limpid::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>&amp;Device:</source>
        <translation>计算设备(&amp;D)：</translation>
    </message>
    <message>
        <source>What the networks run on. Automatic takes a graphics card that works.</source>
        <translation>网络运行所用的设备。“自动”会采用可正常工作的显卡。</translation>
    </message>
    <message>
        <source>&amp;Threads:</source>
        <translation>线程数(&amp;T)：</translation>
    </message>
    <message>
        <source>Fewer leave the machine free for other programs.</source>
        <translation>线程越少，留给其他程序的资源越多。</translation>
    </message>
    <message>
        <source>&amp;Working size:</source>
        <translation>工作尺寸(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Batch size:</source>
        <translation>批大小(&amp;B)：</translation>
    </message>
    <message>
        <source>Photographs in one step of adapting. More need more memory.</source>
        <translation>适应时每一步使用的照片数。数量越多，所需内存越大。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Changes the whole window at once.</source>
        <translation>立即切换整个窗口的语言。</translation>
    </message>
    <message>
        <source>The&amp;me:</source>
        <translation>主题(&amp;M)：</translation>
    </message>
    <message>
        <source>The surroundings of a photograph are a neutral grey in both.</source>
        <translation>两种主题下，照片四周均为中性灰。</translation>
    </message>
    <message>
        <source>Th&amp;umbnails:</source>
        <translation>缩略图(&amp;U)：</translation>
    </message>
    <message>
        <source>Most disk space for the small pictures; the oldest go first.</source>
        <translation>缩略图最多占用的磁盘空间；超出时先删除最旧的。</translation>
    </message>
    <message>
        <source>Most disk space for the small pictures; the oldest go first. In use: %1.</source>
        <translation>缩略图最多占用的磁盘空间；超出时先删除最旧的。目前已用：%1。</translation>
    </message>
    <message>
        <source>Clinics&apos; m&amp;odels:</source>
        <translation>诊所模型(&amp;O)：</translation>
    </message>
    <message>
        <source>Every clinic&apos;s own model is kept in this folder of your machine.</source>
        <translation>各诊所自己的模型保存在本机的此文件夹中。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Clear now</source>
        <translation>立即清除(&amp;C)</translation>
    </message>
    <message>
        <source>Delete all thumbnails on disk</source>
        <translation>删除磁盘上的所有缩略图</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Graphics card %1</source>
        <translation>显卡 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>What the network sees; the result keeps the photograph&apos;s own size. Models are made for 256 px.</source>
        <translation>网络所见的尺寸；结果仍为照片的原始尺寸。模型按 256 像素设计。</translation>
    </message>
</context>
<context>
    <name>limpid::StartPage</name>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Limpid</source>
        <translation>Limpid</translation>
    </message>
    <message>
        <source>Makes poor fundus photographs readable and adapts itself to your clinic.
Your photographs stay on this machine and are never changed.</source>
        <translation>让质量不佳的眼底照片清晰可读，并自动适应您的诊所。
您的照片始终留在本机，且绝不会被改动。</translation>
    </message>
    <message>
        <source>Open a folder with photographs</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>Try the sample clinic</source>
        <translation>试用示例诊所</translation>
    </message>
    <message>
        <source>Opens a folder of generated photographs, so that everything can be tried without any patient&apos;s data</source>
        <translation>打开一个由程序生成的照片文件夹，无需任何患者数据即可试用全部功能</translation>
    </message>
    <message>
        <source>Or drop a folder or photographs anywhere on this page.</source>
        <translation>也可将文件夹或照片拖放到此页面的任意位置。</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近的文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从此列表中移除</translation>
    </message>
    <message>
        <source>Generating photographs of eyes that do not exist…</source>
        <translation>正在生成并不存在的眼睛的照片…</translation>
    </message>
    <message>
        <source>Progress of the sample clinic</source>
        <translation>示例诊所的生成进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do not make the sample clinic</source>
        <translation>不生成示例诊所</translation>
    </message>
</context>
<context>
    <name>limpid::StatusLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Fit · %1</source>
        <translation>适合窗口 · %1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
</context>
<context>
    <name>limpid::TrainingDashboard</name>
    <message>
        <source>Progress of the adaptation</source>
        <translation>适应进度</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>按步数</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>What the curves go along</source>
        <translation>曲线的横轴</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>损失用对数坐标</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>The same images at every evaluation</source>
        <translation>每次评估时的同一组图像</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致程度</translation>
    </message>
    <message>
        <source>Show how far student and teacher agree, beside what each is measured against</source>
        <translation>在各自的测量结果之外，显示学生模型与教师模型的一致程度</translation>
    </message>
</context>
<context>
    <name>limpid::WindowControls</name>
    <message>
        <source>16-bit window</source>
        <translation>16 位显示窗</translation>
    </message>
    <message>
        <source>The value that is shown black; drag with Ctrl and the right button in the image to set both</source>
        <translation>显示为黑色的像素值；在图像中按住 Ctrl 并用右键拖动可同时调整两个值</translation>
    </message>
    <message>
        <source>Value shown black</source>
        <translation>显示为黑色的值</translation>
    </message>
    <message>
        <source>The value that is shown white; drag with Ctrl and the right button in the image to set both</source>
        <translation>显示为白色的像素值；在图像中按住 Ctrl 并用右键拖动可同时调整两个值</translation>
    </message>
    <message>
        <source>Value shown white</source>
        <translation>显示为白色的值</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Fit the window to the values of the original, less the darkest and brightest half per cent (W)</source>
        <translation>根据原图的像素值调整显示窗，忽略最暗和最亮的 0.5 % (W)</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <source>Show all values from 0 to 65535 (Shift+W)</source>
        <translation>显示 0 到 65535 的全部值 (Shift+W)</translation>
    </message>
</context>
<context>
    <name>limpid::WindowDialogs</name>
    <message>
        <source>The settings could not be saved; they hold until Limpid is closed. Free some disk space, then change them again.</source>
        <translation>无法保存设置；这些设置仅在 Limpid 关闭前有效。请释放一些磁盘空间，然后重新更改。</translation>
    </message>
    <message>
        <source>Device, threads and sizes change when Limpid is started again.</source>
        <translation>计算设备、线程数和尺寸的更改将在 Limpid 重新启动后生效。</translation>
    </message>
    <message>
        <source>About Limpid</source>
        <translation>关于 Limpid</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Limpid %1&lt;/h3&gt;</source>
        <translation>&lt;h3&gt;Limpid %1&lt;/h3&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Makes poor medical images readable and adapts itself to the clinic it stands in. Everything is computed on this machine, and nothing leaves it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;For research use only. Limpid is not a medical device; no diagnosis may rest on its images.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt, LibTorch, OpenCV, VTK, Little CMS, Exiv2 and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;让质量不佳的医学图像清晰可读，并自动适应所在的诊所。所有计算均在本机完成，任何数据都不会离开本机。&lt;/p&gt;&lt;p&gt;&lt;b&gt;仅供研究使用。Limpid 不是医疗器械；不得依据其图像作出诊断。&lt;/b&gt;&lt;/p&gt;&lt;p&gt;本软件为自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。基于 Qt、LibTorch、OpenCV、VTK、Little CMS、Exiv2 和 QCustomPlot 构建。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>limpid::WorkPage</name>
    <message>
        <source>Images of the folder</source>
        <translation>文件夹中的图像</translation>
    </message>
    <message>
        <source>Images of the folder, in one row</source>
        <translation>文件夹中的图像，排成一行</translation>
    </message>
</context>
<context>
    <name>limpid::WorkstationActions</name>
    <message>
        <source>&amp;Open folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>En&amp;hance</source>
        <translation>增强(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Adapt to this clinic…</source>
        <translation>适应本诊所(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit or 100 %</source>
        <translation>适合窗口或 100 %(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;About Limpid</source>
        <translation>关于 Limpid(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>with model</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open a folder with photographs</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>起始页(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write enhanced images to another folder; the originals are never touched</source>
        <translation>将增强图像写入另一文件夹；原图绝不会被改动</translation>
    </message>
    <message>
        <source>&amp;Find an image</source>
        <translation>查找图像(&amp;F)</translation>
    </message>
    <message>
        <source>Enhance the photograph that is looked at</source>
        <translation>增强当前查看的照片</translation>
    </message>
    <message>
        <source>Make a model that knows this clinic&apos;s camera, from the photographs of the open folder</source>
        <translation>利用已打开文件夹中的照片，生成一个熟悉本诊所相机的模型</translation>
    </message>
    <message>
        <source>Stop adapting; what was learnt so far is kept</source>
        <translation>停止适应；保留目前已学到的内容</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>网格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Enhanced image alone</source>
        <translation>仅增强图像(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Comparison</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pseudo-labels</source>
        <translation>伪标签(&amp;P)</translation>
    </message>
    <message>
        <source>Why each pseudo-label was accepted or rejected</source>
        <translation>每个伪标签被接受或拒绝的原因</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Reset the window&apos;s layout</source>
        <translation>重置窗口布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Save what the last adaptation did, as a PDF document or a web page</source>
        <translation>将上一次适应的结果保存为 PDF 文档或网页</translation>
    </message>
    <message>
        <source>&amp;Clinics…</source>
        <translation>诊所(&amp;C)…</translation>
    </message>
    <message>
        <source>The clinics that models were adapted to, with their models and their history</source>
        <translation>模型所适应的诊所，及其模型和历史</translation>
    </message>
    <message>
        <source>&amp;Why is it poor?</source>
        <translation>质量为何差？(&amp;W)</translation>
    </message>
    <message>
        <source>What spoils the photograph that is looked at, in words and bars</source>
        <translation>用文字和条形说明当前照片受什么影响</translation>
    </message>
    <message>
        <source>Results &amp;shown</source>
        <translation>所显示的结果(&amp;S)</translation>
    </message>
    <message>
        <source>For each photograph of a run, whose result is shown, and why</source>
        <translation>一次运行的每张照片显示的是哪个结果，以及原因</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Makes poor medical images readable and adapts itself to the clinic.</source>
        <translation>让质量不佳的医学图像清晰可读，并自动适应所在的诊所。</translation>
    </message>
    <message>
        <source>Model to start from: a shipped one or a file.</source>
        <translation>起始模型：随软件提供的模型或模型文件。</translation>
    </message>
    <message>
        <source>Folder with photographs to open.</source>
        <translation>要打开的照片文件夹。</translation>
    </message>
    <message>
        <source>Print what machine and libraries Limpid runs on, and end.</source>
        <translation>输出 Limpid 所用的机器和程序库信息，然后退出。</translation>
    </message>
    <message>
        <source>The same as --folder.</source>
        <translation>与 --folder 相同。</translation>
    </message>
    <message>
        <source>What to compute on: auto, cpu or cuda:N. Otherwise as set in the window.</source>
        <translation>计算设备：auto、cpu 或 cuda:N。未指定时采用窗口中的设置。</translation>
    </message>
</context>
</TS>
