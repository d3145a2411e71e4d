<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>limpid::AdaptationPage</name>
    <message numerus="yes">
        <source>%n in %1</source>
        <translation>
            <numerusform>%n in %1</numerusform>
            <numerusform>%n in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::AdaptationWords</name>
    <message numerus="yes">
        <source>About %n second(s)</source>
        <translation>
            <numerusform>About %n second</numerusform>
            <numerusform>About %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unknown: none of the %n image(s) looked at can be read</source>
        <translation>
            <numerusform>Unknown: the one image looked at cannot be read</numerusform>
            <numerusform>Unknown: none of the %n images looked at can be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n of the best image(s), chosen when the run begins. The clinic probe measures the old and the new model on them; they are not learnt from.</source>
        <translation>
            <numerusform>The best image, chosen when the run begins. The clinic probe measures the old and the new model on it; it is not learnt from.</numerusform>
            <numerusform>Up to %n of the best images, chosen when the run begins. The clinic probe measures the old and the new model on them; they are not learnt from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ClinicQuestions</name>
    <message numerus="yes">
        <source>%n model(s) will be lost, and nothing brings them back.</source>
        <translation>
            <numerusform>%n model will be lost, and nothing brings it back.</numerusform>
            <numerusform>%n models will be lost, and nothing brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ClinicRunList</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ExportDialog</name>
    <message numerus="yes">
        <source>The &amp;selected ones (%n)</source>
        <translation>
            <numerusform>The &amp;selected one</numerusform>
            <numerusform>The &amp;selected ones (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All in the list (%n)</source>
        <translation>
            <numerusform>&amp;All in the list (%n)</numerusform>
            <numerusform>&amp;All in the list (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enhanced image(s) will be written as %1 at the photographs&apos; own size to %2, each with a record of how it was made.</source>
        <translation>
            <numerusform>%n enhanced image will be written as %1 at the photograph&apos;s own size to %2, with a record of how it was made.</numerusform>
            <numerusform>%n enhanced images will be written as %1 at the photographs&apos; own size to %2, each with a record of how it was made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ExportProgress</name>
    <message numerus="yes">
        <source>%n image(s) written.</source>
        <translation>
            <numerusform>%n image written.</numerusform>
            <numerusform>%n images written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written, for the reasons below.</source>
        <translation>
            <numerusform>%n could not be written, for the reason below.</numerusform>
            <numerusform>%n could not be written, for the reasons below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n left out.</source>
        <translation>
            <numerusform>Cancelled; %n left out.</numerusform>
            <numerusform>Cancelled; %n left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n after that were not tried.</source>
        <translation>
            <numerusform>The one after that was not tried.</numerusform>
            <numerusform>The %n after that were not tried.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::FilterBar</name>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stars or more</source>
        <translation>
            <numerusform>%n star or more</numerusform>
            <numerusform>%n stars or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filtered: showing %1 of %n images</source>
        <translation>
            <numerusform>Filtered: showing %1 of %n image</numerusform>
            <numerusform>Filtered: showing %1 of %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::FolderSentence</name>
    <message numerus="yes">
        <source>%1 holds %n DICOM files, which Limpid does not read yet; export the photographs as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 holds %n DICOM file, which Limpid does not read yet; export the photograph as JPEG, PNG or TIFF and open that folder.</numerusform>
            <numerusform>%1 holds %n DICOM files, which Limpid does not read yet; export the photographs as JPEG, PNG or TIFF and open that folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n videos but no photographs; save single pictures from them as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 holds %n video but no photographs; save single pictures from it as JPEG, PNG or TIFF and open that folder.</numerusform>
            <numerusform>%1 holds %n videos but no photographs; save single pictures from them as JPEG, PNG or TIFF and open that folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n images in formats that Limpid does not read (camera raw, HEIC or a device&apos;s own); export them as JPEG, PNG or TIFF and open that folder.</source>
        <translation>
            <numerusform>%1 holds %n image in a format that Limpid does not read (camera raw, HEIC or a device&apos;s own); export it as JPEG, PNG or TIFF and open that folder.</numerusform>
            <numerusform>%1 holds %n images in formats that Limpid does not read (camera raw, HEIC or a device&apos;s own); export them as JPEG, PNG or TIFF and open that folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n packed archives; unpack the photographs and open the folder that comes out.</source>
        <translation>
            <numerusform>%1 holds %n packed archive; unpack the photographs and open the folder that comes out.</numerusform>
            <numerusform>%1 holds %n packed archives; unpack the photographs and open the folder that comes out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::GuardText</name>
    <message numerus="yes">
        <source>With the adapted model in use, its result is shown for %1 of %n photograph(s), the source model&apos;s for %2, and the photograph as it was taken for %3.</source>
        <translation>
            <numerusform>With the adapted model in use, its result is shown for %1 of %n photograph, the source model&apos;s for %2, and the photograph as it was taken for %3.</numerusform>
            <numerusform>With the adapted model in use, its result is shown for %1 of %n photographs, the source model&apos;s for %2, and the photograph as it was taken for %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ImageTraits</name>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::MainWindow</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n unreadable</source>
        <translation>
            <numerusform> · %n unreadable</numerusform>
            <numerusform> · %n unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images written to %1</source>
        <translation>
            <numerusform>%n image written to %1</numerusform>
            <numerusform>%n images written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::Outcome</name>
    <message numerus="yes">
        <source>Left out because unreadable: %n.</source>
        <translation>
            <numerusform>Left out because unreadable: %n.</numerusform>
            <numerusform>Left out because unreadable: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Against the references of %n photograph(s), PSNR went from %1 to %2 dB.</source>
        <translation>
            <numerusform>Against the reference of %n photograph, PSNR went from %1 to %2 dB.</numerusform>
            <numerusform>Against the references of %n photographs, PSNR went from %1 to %2 dB.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::PickerPage</name>
    <message numerus="yes">
        <source>%n pseudo-label(s) accepted by hand; used from the next step.</source>
        <translation>
            <numerusform>%n pseudo-label accepted by hand; used from the next step.</numerusform>
            <numerusform>%n pseudo-labels accepted by hand; used from the next step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-label(s) rejected by hand; left out from the next step.</source>
        <translation>
            <numerusform>%n pseudo-label rejected by hand; left out from the next step.</numerusform>
            <numerusform>%n pseudo-labels rejected by hand; left out from the next step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-label(s) left to the picker from the next step.</source>
        <translation>
            <numerusform>%n pseudo-label left to the picker from the next step.</numerusform>
            <numerusform>%n pseudo-labels left to the picker from the next step.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limpid::ScoreHistogram</name>
    <message numerus="yes">
        <source>%n more would be accepted.</source>
        <translation>
            <numerusform>%n more would be accepted.</numerusform>
            <numerusform>%n more would be accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer would be accepted.</source>
        <translation>
            <numerusform>%n fewer would be accepted.</numerusform>
            <numerusform>%n fewer would be accepted.</numerusform>
        </translation>
    </message>
</context>
</TS>
