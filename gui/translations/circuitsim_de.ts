<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  looking inside while it runs  </source>
        <translation>  Blick hinein, während sie läuft  </translation>
    </message>
    <message>
        <source> (the file is cut short there?)</source>
        <translation> (ist die Datei dort abgeschnitten?)</translation>
    </message>
    <message>
        <source> at character {number}</source>
        <translation> (Zeichen {number})</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> tick</source>
        <translation> Takt</translation>
    </message>
    <message>
        <source> ticks</source>
        <translation> Takte</translation>
    </message>
    <message>
        <source> uses {name!r}</source>
        <translation> verwendet {name!r}</translation>
    </message>
    <message numerus="yes">
        <source>%n excitatory synapses</source>
        <translation>
            <numerusform>%n erregende Synapse</numerusform>
            <numerusform>%n erregende Synapsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inhibitory synapses</source>
        <translation>
            <numerusform>%n hemmende Synapse</numerusform>
            <numerusform>%n hemmende Synapsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mistakes with the weights as they are now.</source>
        <translation>
            <numerusform>%n Fehler mit den Gewichten, wie sie jetzt sind.</numerusform>
            <numerusform>%n Fehler mit den Gewichten, wie sie jetzt sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows, clocked</source>
        <translation>
            <numerusform>%n Zeile, getaktet</numerusform>
            <numerusform>%n Zeilen, getaktet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected TLUs are in no layer yet: a layer is what is trained.</source>
        <translation>
            <numerusform>%n ausgewählte TLU ist noch in keiner Schicht: Trainiert wird eine Schicht.</numerusform>
            <numerusform>%n ausgewählte TLUs sind noch in keiner Schicht: Trainiert wird eine Schicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tests, not run yet</source>
        <translation>
            <numerusform>%n Test, noch nicht ausgeführt</numerusform>
            <numerusform>%n Tests, noch nicht ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About circuitsim</source>
        <translation>&amp;Über circuitsim</translation>
    </message>
    <message>
        <source>&amp;Advance</source>
        <translation>&amp;Vorlaufen</translation>
    </message>
    <message>
        <source>&amp;Animate panels and layouts</source>
        <translation>Fenster und Anordnungen &amp;animieren</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>An&amp;ordnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Clear the List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Clock</source>
        <translation>&amp;Taktgeber</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy the List</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Delete Unused Definitions</source>
        <translation>&amp;Unbenutzte Definitionen löschen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit Definition</source>
        <translation>&amp;Definition bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export Picture…</source>
        <translation>&amp;Bild exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find a Command…</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;Go Out</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Halten</translation>
    </message>
    <message>
        <source>&amp;Inputs</source>
        <translation>&amp;Eingänge</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Iris Petals</source>
        <translation>&amp;Iris-Blütenblätter</translation>
    </message>
    <message>
        <source>&amp;Keep in the Circuit</source>
        <translation>In die Schaltung ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Keep unsaved changes every</source>
        <translation>Ungespeichertes auf&amp;heben alle</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>&amp;Beschriften …</translation>
    </message>
    <message>
        <source>&amp;Latest Tick</source>
        <translation>&amp;Letzter Takt</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Let Go</source>
        <translation>&amp;Loslassen</translation>
    </message>
    <message>
        <source>&amp;Look Inside</source>
        <translation>&amp;Hineinsehen</translation>
    </message>
    <message>
        <source>&amp;Make Subcircuit</source>
        <translation>Teilschaltung &amp;bilden</translation>
    </message>
    <message>
        <source>&amp;Menu of the Selection</source>
        <translation>Menü &amp;zur Auswahl</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;New Start</source>
        <translation>&amp;Neuer Start</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;One Instance</source>
        <translation>Ein &amp;Muster</translation>
    </message>
    <message>
        <source>&amp;Open It Again</source>
        <translation>&amp;Wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>Über&amp;schreiben</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Pulse (one tick)</source>
        <translation>&amp;Impuls (ein Takt)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Run or Stop</source>
        <translation>&amp;Laufen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Same Start</source>
        <translation>&amp;Gleicher Start</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Search What to Add…</source>
        <translation>Zum Hinzufügen &amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Sequence…</source>
        <translation>&amp;Folge …</translation>
    </message>
    <message>
        <source>&amp;Settle</source>
        <translation>E&amp;inschwingen</translation>
    </message>
    <message>
        <source>&amp;Snap to the grid</source>
        <translation>Am &amp;Raster ausrichten</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Sprungfunktion</translation>
    </message>
    <message>
        <source>&amp;Subcircuit</source>
        <translation>&amp;Teilschaltung</translation>
    </message>
    <message>
        <source>&amp;System Language</source>
        <translation>&amp;Systemsprache</translation>
    </message>
    <message>
        <source>&amp;TLUs</source>
        <translation>&amp;TLUs</translation>
    </message>
    <message>
        <source>&amp;Take It Over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>&amp;Takt</translation>
    </message>
    <message>
        <source>&amp;Toggle</source>
        <translation>&amp;Umschalten</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Unit-Delay Timing</source>
        <translation>&amp;Einheitsverzögerung</translation>
    </message>
    <message>
        <source>&amp;Unpack</source>
        <translation>&amp;Auflösen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>&amp;XOR on One TLU</source>
        <translation>&amp;XOR auf einer TLU</translation>
    </message>
    <message>
        <source>.latch takes a source, a net, maybe type and control, and maybe a start value</source>
        <translation>.latch nimmt eine Quelle, ein Netz, wahlweise Typ und Steuersignal und wahlweise einen Anfangswert</translation>
    </message>
    <message>
        <source>.s says {said} states, and the rows have {found}</source>
        <translation>.s nennt {said} Zustände, die Zeilen haben {found}</translation>
    </message>
    <message>
        <source>0 (no synapse)</source>
        <translation>0 (keine Synapse)</translation>
    </message>
    <message>
        <source>0, between −1 and 1</source>
        <translation>0, zwischen −1 und 1</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingang</translation>
    </message>
    <message>
        <source>1 input value</source>
        <translation>1 Eingangswert</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 Ausgang</translation>
    </message>
    <message>
        <source>1 output value</source>
        <translation>1 Ausgangswert</translation>
    </message>
    <message>
        <source>; did you mean {name}?</source>
        <translation>; ist {name} gemeint?</translation>
    </message>
    <message>
        <source>; the file seems to be cut off</source>
        <translation>; die Datei scheint abgeschnitten zu sein</translation>
    </message>
    <message>
        <source>; there are {names}</source>
        <translation>; es gibt {names}</translation>
    </message>
    <message>
        <source>; there is none</source>
        <translation>; es gibt keine</translation>
    </message>
    <message>
        <source>; there is {names}</source>
        <translation>; es gibt {names}</translation>
    </message>
    <message>
        <source>&lt;b&gt;b&lt;/b&gt; is a clock: 0 and 1 in turn. Press &lt;kbd&gt;{tick}&lt;/kbd&gt;, or this button, for one tick. Where &lt;b&gt;a&lt;/b&gt; is 1 too, 1 + 1 gives a carry. &lt;kbd&gt;{back}&lt;/kbd&gt; goes back, &lt;kbd&gt;{run}&lt;/kbd&gt; runs.</source>
        <translation>&lt;b&gt;b&lt;/b&gt; ist ein Taktgeber: 0 und 1 im Wechsel. &lt;kbd&gt;{tick}&lt;/kbd&gt; oder dieser Knopf macht einen Takt. Wo auch &lt;b&gt;a&lt;/b&gt; 1 ist, ergibt 1 + 1 einen Übertrag. &lt;kbd&gt;{back}&lt;/kbd&gt; geht zurück, &lt;kbd&gt;{run}&lt;/kbd&gt; startet den Lauf.</translation>
    </message>
    <message>
        <source>&lt;b&gt;one&lt;/b&gt; fires: one active synapse reaches its threshold of 1. &lt;b&gt;both&lt;/b&gt; needs two.</source>
        <translation>&lt;b&gt;one&lt;/b&gt; feuert: Eine aktive Synapse erreicht seine Schwelle 1. &lt;b&gt;both&lt;/b&gt; braucht zwei.</translation>
    </message>
    <message>
        <source>&lt;b&gt;sum&lt;/b&gt; has no source yet. Drag from the right side of &lt;b&gt;one&lt;/b&gt; to the left side of &lt;b&gt;sum&lt;/b&gt;.&lt;br&gt;By keyboard, with these two selected: &lt;kbd&gt;Tab&lt;/kbd&gt;, type &lt;b&gt;excitatory&lt;/b&gt;, &lt;kbd&gt;Enter&lt;/kbd&gt;.</source>
        <translation>&lt;b&gt;sum&lt;/b&gt; hat noch keine Quelle. Von der rechten Seite von &lt;b&gt;one&lt;/b&gt; zur linken von &lt;b&gt;sum&lt;/b&gt; ziehen.&lt;br&gt;Mit der Tastatur, wenn diese zwei ausgewählt sind: &lt;kbd&gt;Tab&lt;/kbd&gt;, &lt;b&gt;erregend&lt;/b&gt; tippen, &lt;kbd&gt;Enter&lt;/kbd&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;sum&lt;/b&gt; shows what &lt;b&gt;one&lt;/b&gt; does. &lt;kbd&gt;{undo}&lt;/kbd&gt; takes back whatever you do to a circuit.</source>
        <translation>&lt;b&gt;sum&lt;/b&gt; zeigt, was &lt;b&gt;one&lt;/b&gt; tut. &lt;kbd&gt;{undo}&lt;/kbd&gt; nimmt jede Änderung an einer Schaltung zurück.</translation>
    </message>
    <message>
        <source>A &amp;bias neuron feeds it</source>
        <translation>Ein &amp;Bias-Neuron speist sie</translation>
    </message>
    <message>
        <source>A CSV file…</source>
        <translation>Eine CSV-Datei …</translation>
    </message>
    <message>
        <source>A TLU that is to know a flower by the size of its petals</source>
        <translation>Eine TLU, die eine Blume an der Größe ihrer Blütenblätter erkennen soll</translation>
    </message>
    <message>
        <source>A click on a name in the card goes back to that cause.</source>
        <translation>Ein Klick auf einen Namen in der Karte führt zu dieser Ursache.</translation>
    </message>
    <message>
        <source>A connection leads from a port on the right of a node to one on the left</source>
        <translation>Eine Verbindung führt von einem Anschluss rechts an einem Knoten zu einem Anschluss links</translation>
    </message>
    <message>
        <source>A definition has no values of its own: look inside an instance of it.</source>
        <translation>Eine Definition hat keine eigenen Werte: In eine ihrer Instanzen hineinsehen.</translation>
    </message>
    <message>
        <source>A half adder to try things out. It is a copy, and goes away with the tour.</source>
        <translation>Ein Halbaddierer zum Ausprobieren. Er ist eine Kopie und verschwindet mit dem Rundgang.</translation>
    </message>
    <message>
        <source>A layer has at least one input and one TLU.</source>
        <translation>Eine Schicht hat mindestens einen Eingang und eine TLU.</translation>
    </message>
    <message>
        <source>A name must not be empty</source>
        <translation>Ein Name darf nicht leer sein</translation>
    </message>
    <message>
        <source>A row a line: the inputs, a space, the outputs; - where an output does not matter</source>
        <translation>Je Zeile: die Eingänge, ein Leerzeichen, die Ausgänge; - wo ein Ausgang gleichgültig ist</translation>
    </message>
    <message>
        <source>A sample of {count} of 2^{inputs} rows</source>
        <translation>Eine Auswahl von {count} der 2^{inputs} Zeilen</translation>
    </message>
    <message>
        <source>A sequence, like 0110</source>
        <translation>Eine Folge wie 0110</translation>
    </message>
    <message>
        <source>A test compares outputs: add an output to the circuit first.</source>
        <translation>Ein Test vergleicht Ausgänge: Der Schaltung zuerst einen Ausgang hinzufügen.</translation>
    </message>
    <message>
        <source>A test in the file: the rows with an expectation, or those chosen, or all of them</source>
        <translation>Ein Test in der Datei: die Zeilen mit einer Erwartung, oder die gewählten, oder alle</translation>
    </message>
    <message>
        <source>AIGER</source>
        <translation>AIGER</translation>
    </message>
    <message>
        <source>AIGER, as text</source>
        <translation>AIGER, als Text</translation>
    </message>
    <message>
        <source>AND {net}: its sources must come before it</source>
        <translation>UND-Gatter {net}: Seine Quellen müssen vor ihm kommen</translation>
    </message>
    <message>
        <source>About circuitsim</source>
        <translation>Über circuitsim</translation>
    </message>
    <message>
        <source>About this circuit</source>
        <translation>Über diese Schaltung</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Actual &amp;Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add Point</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Add a Layer for These Data</source>
        <translation>Schicht für diese Daten hinzufügen</translation>
    </message>
    <message>
        <source>Add a copy of the selection beside it</source>
        <translation>Eine Kopie der Auswahl daneben einfügen</translation>
    </message>
    <message>
        <source>Add a layer for {data}</source>
        <translation>Schicht für {data} hinzufügen</translation>
    </message>
    <message>
        <source>Add a layer of TLUs, with what feeds it</source>
        <translation>Eine Schicht aus TLUs hinzufügen, mit dem, was sie speist</translation>
    </message>
    <message>
        <source>Add a node of this kind</source>
        <translation>Einen Knoten dieser Art hinzufügen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a point, to be typed over</source>
        <translation>Einen Punkt hinzufügen, um ihn zu überschreiben</translation>
    </message>
    <message>
        <source>Add a test of all inputs and outputs</source>
        <translation>Einen Test aller Eingänge und Ausgänge hinzufügen</translation>
    </message>
    <message>
        <source>Add inputs, a bias neuron and TLUs</source>
        <translation>Eingänge, ein Bias-Neuron und TLUs hinzufügen</translation>
    </message>
    <message>
        <source>Add test {name}</source>
        <translation>Test {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add what was copied, at the pointer</source>
        <translation>Das Kopierte am Mauszeiger einfügen</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>{name} hinzufügen</translation>
    </message>
    <message>
        <source>Add: type a name or a meaning</source>
        <translation>Hinzufügen: Name oder Bedeutung tippen</translation>
    </message>
    <message>
        <source>Add: {title}, {meaning}</source>
        <translation>Hinzufügen: {title}, {meaning}</translation>
    </message>
    <message numerus="yes">
        <source>Added the test {name} with %n rows: the Tests panel shows and runs it</source>
        <translation>
            <numerusform>Test {name} mit %n Zeile hinzugefügt: Das Feld „Tests“ zeigt ihn und führt ihn aus</numerusform>
            <numerusform>Test {name} mit %n Zeilen hinzugefügt: Das Feld „Tests“ zeigt ihn und führt ihn aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Align &amp;Bottom</source>
        <translation>&amp;Unten ausrichten</translation>
    </message>
    <message>
        <source>Align &amp;Left</source>
        <translation>&amp;Links ausrichten</translation>
    </message>
    <message>
        <source>Align &amp;Right</source>
        <translation>&amp;Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align &amp;Top</source>
        <translation>&amp;Oben ausrichten</translation>
    </message>
    <message>
        <source>All 16 gates</source>
        <translation>Alle 16 Gatter</translation>
    </message>
    <message>
        <source>All circuits</source>
        <translation>Alle Schaltungen</translation>
    </message>
    <message>
        <source>All commands get their own keys again; changed now: {count}.</source>
        <translation>Alle Befehle bekommen ihre eigenen Tasten zurück; geändert sind jetzt: {count}.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All nodes and connections as tables, to edit by keyboard alone</source>
        <translation>Alle Knoten und Verbindungen als Tabellen, allein mit der Tastatur zu bearbeiten</translation>
    </message>
    <message>
        <source>All this is for this run, and no edit. Keep writes what an input plays into the circuit.</source>
        <translation>All dies gilt für diesen Lauf und ist keine Änderung. „Behalten“ schreibt in die Schaltung, was ein Eingang spielt.</translation>
    </message>
    <message>
        <source>Along by a page</source>
        <translation>Eine Seite weiter</translation>
    </message>
    <message>
        <source>Among the others these cannot learn theirs: {tlus}.</source>
        <translation>Von den anderen können diese das Ihre nicht lernen: {tlus}.</translation>
    </message>
    <message>
        <source>An &amp;output shows each TLU</source>
        <translation>Ein A&amp;usgang zeigt jede TLU</translation>
    </message>
    <message>
        <source>An output for each TLU, so that it is in truth tables and tests</source>
        <translation>Ein Ausgang für jede TLU, damit sie in Wahrheitstabellen und Tests steht</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Weitere Taste</translation>
    </message>
    <message>
        <source>Another name for {name}, wherever it is used:</source>
        <translation>Ein anderer Name für {name}, überall, wo sie verwendet wird:</translation>
    </message>
    <message>
        <source>Another program has changed {path}.</source>
        <translation>Ein anderes Programm hat {path} geändert.</translation>
    </message>
    <message>
        <source>Another program has changed {path}. Reloading gives up the changes that you have not saved.</source>
        <translation>Ein anderes Programm hat {path} geändert. Beim Neuladen gehen die nicht gespeicherten Änderungen verloren.</translation>
    </message>
    <message>
        <source>Apply Rows</source>
        <translation>Zeilen übernehmen</translation>
    </message>
    <message>
        <source>Arrows go from tick to tick, plus and minus zoom, F shows all, End follows</source>
        <translation>Pfeiltasten gehen von Takt zu Takt, Plus und Minus zoomen, F zeigt alles, Ende folgt dem Lauf</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>As the book draws it; without one each TLU has a bias of its own</source>
        <translation>Wie das Buch es zeichnet; ohne eines hat jede TLU ihren eigenen Bias</translation>
    </message>
    <message>
        <source>Ask why</source>
        <translation>Nach dem Grund fragen</translation>
    </message>
    <message>
        <source>At rest at tick {tick}</source>
        <translation>Bei Takt {tick} eingeschwungen</translation>
    </message>
    <message>
        <source>At the start, of {steps} steps</source>
        <translation>Am Anfang, von {steps} Schritten</translation>
    </message>
    <message>
        <source>At z = 0</source>
        <translation>Bei z = 0</translation>
    </message>
    <message>
        <source>BLIF</source>
        <translation>BLIF</translation>
    </message>
    <message>
        <source>Back to the weights that this training began with</source>
        <translation>Zurück zu den Gewichten, mit denen dieses Training begann</translation>
    </message>
    <message>
        <source>Bars and panels are where they were at first</source>
        <translation>Leisten und Fenster stehen wieder wie am Anfang</translation>
    </message>
    <message>
        <source>Bars: mistakes of {tlu} in each epoch. Dots: all so far, {total}.</source>
        <translation>Balken: Fehler von {tlu} in jeder Epoche. Punkte: alle bisher, {total}.</translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation>Hell oder dunkel, wie es im System eingestellt ist</translation>
    </message>
    <message>
        <source>Begin at tick 0 with these inputs, and show what the nodes do, tick by tick</source>
        <translation>Bei Takt 0 mit diesen Eingängen beginnen und zeigen, was die Knoten tun, Takt für Takt</translation>
    </message>
    <message>
        <source>Begin with other random weights</source>
        <translation>Mit anderen zufälligen Gewichten beginnen</translation>
    </message>
    <message>
        <source>Begin with other random weights: the next seed</source>
        <translation>Mit anderen zufälligen Gewichten beginnen: der nächste Startwert</translation>
    </message>
    <message>
        <source>Bias neuron</source>
        <translation>Bias-Neuron</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Centre in a &amp;Column</source>
        <translation>In einer &amp;Spalte zentrieren</translation>
    </message>
    <message>
        <source>Centre in a Ro&amp;w</source>
        <translation>In einer &amp;Zeile zentrieren</translation>
    </message>
    <message>
        <source>Change how the window looks and behaves</source>
        <translation>Ändern, wie das Programm aussieht und sich verhält</translation>
    </message>
    <message>
        <source>Change the name, the description and the timing of the circuit</source>
        <translation>Name, Beschreibung und Zeitverhalten der Schaltung ändern</translation>
    </message>
    <message>
        <source>Change the value, look into the subcircuit; elsewhere: search for something to add</source>
        <translation>Den Wert ändern, in die Teilschaltung sehen; anderswo: suchen, was eingefügt werden soll</translation>
    </message>
    <message>
        <source>Change to settled timing</source>
        <translation>Einschwingen je Takt wählen</translation>
    </message>
    <message>
        <source>Change to unit-delay timing</source>
        <translation>Einheitsverzögerung wählen</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>Von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>Choose a column for every input that feeds the layer.</source>
        <translation>Für jeden Eingang, der die Schicht speist, eine Spalte wählen.</translation>
    </message>
    <message>
        <source>Choose a command.</source>
        <translation>Einen Befehl wählen.</translation>
    </message>
    <message>
        <source>Choose a step to go back to it, or forward again</source>
        <translation>Einen Schritt wählen, um zu ihm zurück oder wieder vor zu gehen</translation>
    </message>
    <message>
        <source>Choose any circuit here, by mouse or with the arrows and &lt;kbd&gt;Enter&lt;/kbd&gt;. It opens as a copy in a tab of its own.</source>
        <translation>Hier eine Schaltung wählen, mit der Maus oder mit den Pfeiltasten und &lt;kbd&gt;Eingabe&lt;/kbd&gt;. Sie wird als Kopie in einem eigenen Tab geöffnet.</translation>
    </message>
    <message>
        <source>Choose the column that teaches each TLU.</source>
        <translation>Für jede TLU die Spalte wählen, die sie lehrt.</translation>
    </message>
    <message>
        <source>Choose two different weights.</source>
        <translation>Zwei verschiedene Gewichte wählen.</translation>
    </message>
    <message>
        <source>Choose what layer {layer} is to learn from.</source>
        <translation>Wählen, woraus Schicht {layer} lernen soll.</translation>
    </message>
    <message>
        <source>Choose what to learn from</source>
        <translation>Wählen, woraus gelernt werden soll</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>Schaltung</translation>
    </message>
    <message>
        <source>Circuit Pr&amp;operties…</source>
        <translation>Ei&amp;genschaften der Schaltung…</translation>
    </message>
    <message>
        <source>Circuits that were not saved</source>
        <translation>Nicht gespeicherte Schaltungen</translation>
    </message>
    <message>
        <source>Classes in</source>
        <translation>Klassen in</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>Click &lt;b&gt;a&lt;/b&gt;, or press &lt;kbd&gt;Space&lt;/kbd&gt; with &lt;b&gt;a&lt;/b&gt; selected. It becomes 1, and all that follows from it is worked out at once.</source>
        <translation>&lt;b&gt;a&lt;/b&gt; anklicken, oder &lt;kbd&gt;Leertaste&lt;/kbd&gt; drücken, wenn &lt;b&gt;a&lt;/b&gt; ausgewählt ist. Es wird 1, und alles, was daraus folgt, wird sofort berechnet.</translation>
    </message>
    <message>
        <source>Click to see this state on the canvas</source>
        <translation>Klicken, um diesen Zustand auf der Zeichenfläche zu sehen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Taktgeber</translation>
    </message>
    <message>
        <source>Clocked</source>
        <translation>Getaktet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Programmfenster schließen</translation>
    </message>
    <message>
        <source>Close this circuit</source>
        <translation>Diese Schaltung schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Column of the classes</source>
        <translation>Spalte der Klassen</translation>
    </message>
    <message>
        <source>Column {name} must hold 0 and 1 alone to teach a TLU; or choose it as the column of classes.</source>
        <translation>Spalte {name} darf nur 0 und 1 enthalten, um eine TLU zu lehren; oder sie als Spalte der Klassen wählen.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Compute All {count} Rows</source>
        <translation>Alle {count} Zeilen berechnen</translation>
    </message>
    <message>
        <source>Compute all rows now; this can take a while, and can be cancelled</source>
        <translation>Jetzt alle Zeilen berechnen; das kann dauern und lässt sich abbrechen</translation>
    </message>
    <message>
        <source>Computing the truth table</source>
        <translation>Wahrheitstabelle wird berechnet</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect the two</source>
        <translation>Die beiden verbinden</translation>
    </message>
    <message>
        <source>Connect two nodes</source>
        <translation>Zwei Knoten verbinden</translation>
    </message>
    <message>
        <source>Connect {source} to {target}</source>
        <translation>{source} mit {target} verbinden</translation>
    </message>
    <message>
        <source>Connection from {id}: Ctrl or X changes its kind, Esc cancels</source>
        <translation>Verbindung von {id}: Strg oder X wechselt die Art, Esc bricht ab</translation>
    </message>
    <message>
        <source>Connection from {source} to {target}</source>
        <translation>Verbindung von {source} zu {target}</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n nodes</source>
        <translation>
            <numerusform>%n Knoten kopiert</numerusform>
            <numerusform>%n Knoten kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the list as text, to print it or to send it</source>
        <translation>Die Liste als Text kopieren, zum Drucken oder Verschicken</translation>
    </message>
    <message>
        <source>Copy the selection and remove it</source>
        <translation>Die Auswahl kopieren und entfernen</translation>
    </message>
    <message>
        <source>Copy the selection, as text that any program takes</source>
        <translation>Die Auswahl kopieren, als Text, den jedes Programm annimmt</translation>
    </message>
    <message>
        <source>Count or weight</source>
        <translation>Anzahl oder Gewicht</translation>
    </message>
    <message>
        <source>Ctrl and the wheel always zooms; two fingers on a trackpad always pan.</source>
        <translation>Strg und Mausrad zoomt immer; zwei Finger auf einem Trackpad verschieben immer.</translation>
    </message>
    <message>
        <source>Ctrl+Drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>Cut the connection from {source} to {target}</source>
        <translation>Verbindung von {source} zu {target} auftrennen</translation>
    </message>
    <message>
        <source>Cut {source} → {target}</source>
        <translation>{source} → {target} auftrennen</translation>
    </message>
    <message>
        <source>Cut {what}</source>
        <translation>{what} ausschneiden</translation>
    </message>
    <message>
        <source>D&amp;iscard It</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dashes: Novikoff&apos;s bound, {bound}.</source>
        <translation>Gestrichelt: Novikoffs Schranke, {bound}.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>%n Zeile löschen</numerusform>
            <numerusform>%n Zeilen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete a note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>Delete test {name}</source>
        <translation>Test {name} löschen</translation>
    </message>
    <message>
        <source>Delete the definition {name}</source>
        <translation>Definition {name} löschen</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>Die ausgewählten Zeilen löschen</translation>
    </message>
    <message>
        <source>Delete unused definitions</source>
        <translation>Unbenutzte Definitionen löschen</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <source>Deleted {names}</source>
        <translation>{names} gelöscht</translation>
    </message>
    <message>
        <source>Describe the circuit</source>
        <translation>Schaltung beschreiben</translation>
    </message>
    <message>
        <source>Description of the circuit</source>
        <translation>Beschreibung der Schaltung</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>Digital</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Distribute &amp;Vertically</source>
        <translation>&amp;Vertikal verteilen</translation>
    </message>
    <message>
        <source>Distribute H&amp;orizontally</source>
        <translation>&amp;Horizontal verteilen</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Double click to change the name and the description</source>
        <translation>Doppelklick ändert Name und Beschreibung</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Drag from a port: the next connection is excitatory. Or select two nodes and choose this again</source>
        <translation>Von einem Anschluss aus ziehen: Die nächste Verbindung ist erregend. Oder zwei Knoten auswählen und dies noch einmal wählen</translation>
    </message>
    <message>
        <source>Drag from a port: the next connection is inhibitory. Or select two nodes and choose this again</source>
        <translation>Von einem Anschluss aus ziehen: Die nächste Verbindung ist hemmend. Oder zwei Knoten auswählen und dies noch einmal wählen</translation>
    </message>
    <message>
        <source>Drag the line of {tlu}</source>
        <translation>Gerade von {tlu} ziehen</translation>
    </message>
    <message>
        <source>Drag to the left</source>
        <translation>Nach links ziehen</translation>
    </message>
    <message>
        <source>Duplicat&amp;e</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate the definition {name}</source>
        <translation>Definition {name} duplizieren</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>Bei&amp;spiele</translation>
    </message>
    <message>
        <source>E&amp;xcite or Inhibit</source>
        <translation>Erregen oder &amp;hemmen</translation>
    </message>
    <message>
        <source>Each epoch in another order, which the seed decides; else in that of the rows</source>
        <translation>Jede Epoche in anderer Reihenfolge, die der Startwert bestimmt; sonst in der der Zeilen</translation>
    </message>
    <message>
        <source>Each row is the first tick after a reset</source>
        <translation>Jede Zeile ist der erste Takt nach dem Zurücksetzen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit Definition</source>
        <translation>Definition bearbeiten</translation>
    </message>
    <message>
        <source>Edit a note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Edit test {name}</source>
        <translation>Test {name} bearbeiten</translation>
    </message>
    <message>
        <source>Edit what all instances of it have in common</source>
        <translation>Bearbeiten, was all ihre Instanzen gemeinsam haben</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Den Rundgang beenden</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>Den Rundgang beenden (Esc)</translation>
    </message>
    <message>
        <source>End what the mouse does; else select nothing</source>
        <translation>Beenden, was die Maus tut; sonst nichts auswählen</translation>
    </message>
    <message>
        <source>Ended after {epochs} epochs, the most allowed, with {left} mistakes in the last: allow more to go on.</source>
        <translation>Nach {epochs} Epochen beendet, den meisten, die erlaubt sind, mit {left} Fehlern in der letzten: mehr erlauben, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epoch {epoch}, instance {place} of {count} (row {row}): {values}</source>
        <translation>Epoche {epoch}, Muster {place} von {count} (Zeile {row}): {values}</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Epochen höchstens</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every combination of the inputs, of the circuit or of the selected nodes</source>
        <translation>Jede Kombination der Eingänge, für die Schaltung oder die ausgewählten Knoten</translation>
    </message>
    <message>
        <source>Every definition is in use</source>
        <translation>Jede Definition wird verwendet</translation>
    </message>
    <message>
        <source>Every neuron takes a tick, as in 1943; else all of them settle within one</source>
        <translation>Jedes Neuron braucht einen Takt, wie 1943; sonst schwingen alle innerhalb eines Taktes ein</translation>
    </message>
    <message>
        <source>Every neuron takes a tick, as in 1943; loops are free then</source>
        <translation>Jedes Neuron braucht einen Takt, wie 1943; Schleifen sind dann erlaubt</translation>
    </message>
    <message>
        <source>Every tick is recorded: the slider at the foot of the window goes to any of them.</source>
        <translation>Jeder Takt wird aufgezeichnet: Der Schieber am unteren Rand geht zu jedem von ihnen.</translation>
    </message>
    <message>
        <source>Everything settles within a tick, and only delays remember; its values may be others then</source>
        <translation>Alles schwingt innerhalb eines Taktes ein, und nur Verzögerungen merken sich etwas; die Werte können dann andere sein</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Excitatory connection</source>
        <translation>Erregende Verbindung</translation>
    </message>
    <message>
        <source>Excite or inhibit</source>
        <translation>Erregen oder hemmen</translation>
    </message>
    <message>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>es fehlt ein &apos;,&apos;</translation>
    </message>
    <message>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>es fehlt ein &apos;:&apos;</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>es fehlt ein Name in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>es fehlt ein Wert</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export Se&amp;lection…</source>
        <translation>&amp;Auswahl exportieren …</translation>
    </message>
    <message>
        <source>Export the circuit</source>
        <translation>Schaltung exportieren</translation>
    </message>
    <message>
        <source>Export the selection</source>
        <translation>Auswahl exportieren</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>danach steht noch etwas</translation>
    </message>
    <message>
        <source>FAIL: {right} of {count} right</source>
        <translation>FALSCH: {right} von {count} richtig</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files that were opened or saved last</source>
        <translation>Zuletzt geöffnete oder gespeicherte Dateien</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>Einen Knoten suchen</translation>
    </message>
    <message>
        <source>Find a node anywhere in the hierarchy</source>
        <translation>Einen Knoten irgendwo in der Hierarchie suchen</translation>
    </message>
    <message>
        <source>Find a node by name, label or kind, or by path: fa0/both</source>
        <translation>Knoten nach Name, Beschriftung oder Art suchen, oder nach Pfad: fa0/both</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the Sel&amp;ection</source>
        <translation>Aus&amp;wahl einpassen</translation>
    </message>
    <message>
        <source>Forget the chosen state</source>
        <translation>Den gewählten Zustand vergessen</translation>
    </message>
    <message>
        <source>Forget the files that were opened or saved last</source>
        <translation>Die zuletzt geöffneten oder gespeicherten Dateien vergessen</translation>
    </message>
    <message>
        <source>Forget what was chosen in this run: it plays what the circuit says, or gives 0</source>
        <translation>Vergessen, was in diesem Lauf gewählt wurde: Er spielt, was die Schaltung sagt, oder gibt 0</translation>
    </message>
    <message>
        <source>From (or box/port)</source>
        <translation>Von (oder Kasten/Anschluss)</translation>
    </message>
    <message>
        <source>From a port: connect by an inhibitory synapse</source>
        <translation>Von einem Anschluss aus: hemmend verbinden</translation>
    </message>
    <message>
        <source>From a port: connect; on a node: move; elsewhere: select what is inside</source>
        <translation>Von einem Anschluss aus: verbinden; auf einem Knoten: verschieben; anderswo: auswählen, was innen liegt</translation>
    </message>
    <message>
        <source>Getting ready to run</source>
        <translation>Lauf wird vorbereitet</translation>
    </message>
    <message>
        <source>Getting ready to train</source>
        <translation>Training wird vorbereitet</translation>
    </message>
    <message>
        <source>Give 0 and 1 in turn, a tick each, until you let it go</source>
        <translation>0 und 1 im Wechsel geben, je einen Takt, bis er losgelassen wird</translation>
    </message>
    <message>
        <source>Give 1 for one tick, then 0</source>
        <translation>Einen Takt lang 1 geben, dann 0</translation>
    </message>
    <message>
        <source>Give 1 where it is 0, and 0 where it is anything else</source>
        <translation>1 geben, wo er 0 ist, und 0 bei allem anderen</translation>
    </message>
    <message>
        <source>Give every command its own keys</source>
        <translation>Jedem Befehl seine eigenen Tasten geben</translation>
    </message>
    <message>
        <source>Give the chosen circuit up for good</source>
        <translation>Die gewählte Schaltung endgültig aufgeben</translation>
    </message>
    <message>
        <source>Give the command its own keys</source>
        <translation>Dem Befehl seine eigenen Tasten geben</translation>
    </message>
    <message>
        <source>Give the key to this command; the other one loses it</source>
        <translation>Die Taste diesem Befehl geben; der andere verliert sie</translation>
    </message>
    <message>
        <source>Give the selected subcircuits a definition of their own, to be changed without the others</source>
        <translation>Den ausgewählten Teilschaltungen eine eigene Definition geben, die sich ohne die anderen ändern lässt</translation>
    </message>
    <message>
        <source>Give what is selected a text to show</source>
        <translation>Dem Ausgewählten einen Text geben, der angezeigt wird</translation>
    </message>
    <message>
        <source>Give what is shown, or what the selected subcircuit is an instance of, another name</source>
        <translation>Dem Gezeigten, oder der Definition der ausgewählten Teilschaltung, einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Go back and forth over every step</source>
        <translation>Über jeden Schritt zurück- und vorgehen</translation>
    </message>
    <message>
        <source>Go back by one tick</source>
        <translation>Einen Takt zurückgehen</translation>
    </message>
    <message>
        <source>Go forward to the last tick that was recorded</source>
        <translation>Zum letzten aufgezeichneten Takt vorgehen</translation>
    </message>
    <message>
        <source>Go on to the end of the epoch</source>
        <translation>Bis zum Ende der Epoche weitergehen</translation>
    </message>
    <message>
        <source>Go to any recorded tick; what came after it stays until you change something there</source>
        <translation>Zu jedem aufgezeichneten Takt gehen; was danach kam, bleibt, bis dort etwas geändert wird</translation>
    </message>
    <message>
        <source>Go to the chosen state, its past included</source>
        <translation>Zum gewählten Zustand gehen, samt seiner Vergangenheit</translation>
    </message>
    <message>
        <source>Go to the next open circuit</source>
        <translation>Zur nächsten offenen Schaltung gehen</translation>
    </message>
    <message>
        <source>Go to the next step</source>
        <translation>Zum nächsten Schritt gehen</translation>
    </message>
    <message>
        <source>Go to the open circuit before</source>
        <translation>Zur vorigen offenen Schaltung gehen</translation>
    </message>
    <message>
        <source>Go to the step before</source>
        <translation>Zum vorigen Schritt gehen</translation>
    </message>
    <message>
        <source>Go to tick 0: inputs that were pressed are let go, sequences begin anew</source>
        <translation>Zu Takt 0 gehen: gedrückte Eingänge werden losgelassen, Folgen beginnen von vorn</translation>
    </message>
    <message>
        <source>Going to tick {goal}: now at {tick}</source>
        <translation>Unterwegs zu Takt {goal}: jetzt bei {tick}</translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation>GraphML</translation>
    </message>
    <message>
        <source>Graphviz DOT</source>
        <translation>Graphviz DOT</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Have everything here as it is without any choice</source>
        <translation>Alles hier so haben, wie es ohne eine Wahl ist</translation>
    </message>
    <message>
        <source>Heaviside: 0 or 1, and 1 at 0</source>
        <translation>Heaviside: 0 oder 1, und 1 bei 0</translation>
    </message>
    <message>
        <source>Help &gt; Tour begins the tour again</source>
        <translation>Hilfe &gt; Rundgang beginnt den Rundgang von neuem</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Hold the inputs and make ticks until nothing changes any more</source>
        <translation>Die Eingänge halten und Takte machen, bis sich nichts mehr ändert</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>How many instances a second Run meets: {count}</source>
        <translation>Wie viele Muster je Sekunde der Lauf durchgeht: {count}</translation>
    </message>
    <message>
        <source>How many ticks a second</source>
        <translation>Wie viele Takte je Sekunde</translation>
    </message>
    <message>
        <source>How many ticks at once</source>
        <translation>Wie viele Takte auf einmal</translation>
    </message>
    <message>
        <source>How many ticks to make at once</source>
        <translation>Wie viele Takte auf einmal gemacht werden</translation>
    </message>
    <message>
        <source>How the connection acts on a neuron</source>
        <translation>Wie die Verbindung auf ein Neuron wirkt</translation>
    </message>
    <message>
        <source>ISCAS bench</source>
        <translation>ISCAS bench</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>In none of these rows does the circuit come to rest, so there is nothing to expect.</source>
        <translation>In keiner dieser Zeilen kommt die Schaltung zur Ruhe, also gibt es nichts zu erwarten.</translation>
    </message>
    <message>
        <source>In the circuit</source>
        <translation>In der Schaltung</translation>
    </message>
    <message>
        <source>In the data</source>
        <translation>In den Daten</translation>
    </message>
    <message>
        <source>In the waveforms (fixed)</source>
        <translation>In den Signalverläufen (fest)</translation>
    </message>
    <message>
        <source>In use by {names}</source>
        <translation>Verwendet von {names}</translation>
    </message>
    <message>
        <source>Inhibit {source} to {target}</source>
        <translation>{source} hemmend mit {target} verbinden</translation>
    </message>
    <message>
        <source>Inhibitory connection</source>
        <translation>Hemmende Verbindung</translation>
    </message>
    <message>
        <source>Inhibitory connection from {id}: Ctrl or X changes its kind, Esc cancels</source>
        <translation>Hemmende Verbindung von {id}: Strg oder X wechselt die Art, Esc bricht ab</translation>
    </message>
    <message>
        <source>Inhibitory connection from {source} to {target}</source>
        <translation>Hemmende Verbindung von {source} zu {target}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Inputs for every column, and a TLU for every class</source>
        <translation>Ein Eingang für jede Spalte und eine TLU für jede Klasse</translation>
    </message>
    <message>
        <source>Insert a Delay</source>
        <translation>Verzögerung einfügen</translation>
    </message>
    <message>
        <source>Insert a delay from {source} to {target}</source>
        <translation>Verzögerung von {source} zu {target} einfügen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Instances a second</source>
        <translation>Muster je Sekunde</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>Irisblüten</translation>
    </message>
    <message>
        <source>Iris petals</source>
        <translation>Iris-Blütenblätter</translation>
    </message>
    <message>
        <source>It will never stop: the weights of {tlu} after epoch {again} are those after epoch {first}.</source>
        <translation>Es hört nie auf: Die Gewichte von {tlu} nach Epoche {again} sind die nach Epoche {first}.</translation>
    </message>
    <message>
        <source>It will never stop: the weights of {tlu} after epoch {again} are those of the start.</source>
        <translation>Es hört nie auf: Die Gewichte von {tlu} nach Epoche {again} sind die vom Anfang.</translation>
    </message>
    <message>
        <source>Its own keys: {keys}</source>
        <translation>Eigene Tasten: {keys}</translation>
    </message>
    <message>
        <source>KISS2</source>
        <translation>KISS2</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Keep the sequence of {id}</source>
        <translation>Folge von {id} übernehmen</translation>
    </message>
    <message>
        <source>Keep the state of the run under a name, and come back to it</source>
        <translation>Den Zustand des Laufs unter einem Namen aufheben und zu ihm zurückkehren</translation>
    </message>
    <message>
        <source>Keep the state that is shown</source>
        <translation>Den gezeigten Zustand aufheben</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of {command}. Press Enter, then the new key.</source>
        <translation>Tasten von {command}. Eingabe drücken, dann die neue Taste.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LaTeX table</source>
        <translation>LaTeX-Tabelle</translation>
    </message>
    <message>
        <source>Label of {id}</source>
        <translation>Beschriftung von {id}</translation>
    </message>
    <message>
        <source>Label {id}</source>
        <translation>{id} beschriften</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Lay the circuit, or the selection, out tidily</source>
        <translation>Die Schaltung oder die Auswahl übersichtlich anordnen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Laying it out</source>
        <translation>Wird angeordnet</translation>
    </message>
    <message>
        <source>Laying the circuit out</source>
        <translation>Die Schaltung wird angeordnet</translation>
    </message>
    <message>
        <source>Learn from a table</source>
        <translation>Aus einer Tabelle lernen</translation>
    </message>
    <message>
        <source>Learn the first things by doing them, in five steps</source>
        <translation>Das Erste lernen, indem man es tut, in fünf Schritten</translation>
    </message>
    <message numerus="yes">
        <source>Learned: epoch {epoch} was without a mistake, after %n corrections.</source>
        <translation>
            <numerusform>Gelernt: Epoche {epoch} war ohne Fehler, nach %n Korrektur.</numerusform>
            <numerusform>Gelernt: Epoche {epoch} war ohne Fehler, nach %n Korrekturen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the canvas for the next panel</source>
        <translation>Die Zeichenfläche verlassen, zum nächsten Fenster</translation>
    </message>
    <message>
        <source>Left click: ✕ should fire. Right click: ● should be silent. Drag to move, Del removes.</source>
        <translation>Linksklick: ✕ soll feuern. Rechtsklick: ● soll nicht feuern. Ziehen verschiebt, Entf entfernt.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Let the clock tick, or pause it</source>
        <translation>Den Lauf starten oder anhalten</translation>
    </message>
    <message>
        <source>Let time pass</source>
        <translation>Zeit vergehen lassen</translation>
    </message>
    <message>
        <source>Letters, 5 by 7</source>
        <translation>Buchstaben, 5 mal 7</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light lines on a dark ground</source>
        <translation>Helle Linien auf dunklem Grund</translation>
    </message>
    <message>
        <source>List all keys, and change them</source>
        <translation>Alle Tasten auflisten und ändern</translation>
    </message>
    <message>
        <source>List the signals in whose name this text occurs</source>
        <translation>Die Signale auflisten, in deren Namen dieser Text vorkommt</translation>
    </message>
    <message>
        <source>Logic circuits whose gates are neurons: build, run and check them.</source>
        <translation>Logikschaltungen, deren Gatter Neuronen sind: bauen, laufen lassen und prüfen.</translation>
    </message>
    <message>
        <source>Logisim</source>
        <translation>Logisim</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Looking for a line</source>
        <translation>Gesucht wird eine Gerade</translation>
    </message>
    <message>
        <source>Looking for what keeps changing</source>
        <translation>Gesucht wird, was sich immer weiter ändert</translation>
    </message>
    <message>
        <source>Looking for {text}</source>
        <translation>Gesucht wird {text}</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT-Lizenz</translation>
    </message>
    <message>
        <source>Make &amp;Independent</source>
        <translation>&amp;Selbstständig machen</translation>
    </message>
    <message>
        <source>Make Them a Layer</source>
        <translation>Zu einer Schicht machen</translation>
    </message>
    <message>
        <source>Make These Rows a Test</source>
        <translation>Zeilen zum Test machen</translation>
    </message>
    <message>
        <source>Make a &amp;Layer…</source>
        <translation>Schicht &amp;anlegen …</translation>
    </message>
    <message>
        <source>Make a Layer</source>
        <translation>Schicht anlegen</translation>
    </message>
    <message>
        <source>Make a Layer…</source>
        <translation>Schicht anlegen …</translation>
    </message>
    <message>
        <source>Make a layer</source>
        <translation>Schicht anlegen</translation>
    </message>
    <message>
        <source>Make a subcircuit</source>
        <translation>Teilschaltung erstellen</translation>
    </message>
    <message>
        <source>Make as many ticks at once as the field says</source>
        <translation>So viele Takte auf einmal machen, wie im Feld steht</translation>
    </message>
    <message>
        <source>Make layer {name}</source>
        <translation>Schicht {name} anlegen</translation>
    </message>
    <message>
        <source>Make one tick</source>
        <translation>Einen Takt machen</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>Die Änderung wiederholen</translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes equal</source>
        <translation>Die Abstände zwischen den ausgewählten Knoten angleichen</translation>
    </message>
    <message>
        <source>Make the selected excitatory connections inhibitory, and the other way round; turn the sign of weights</source>
        <translation>Ausgewählte erregende Verbindungen hemmend machen und umgekehrt; das Vorzeichen von Gewichten umdrehen</translation>
    </message>
    <message>
        <source>Make {name} clocked</source>
        <translation>{name} getaktet machen</translation>
    </message>
    <message>
        <source>Make {name} independent</source>
        <translation>{name} selbstständig machen</translation>
    </message>
    <message>
        <source>Make {name} not clocked</source>
        <translation>{name} ungetaktet machen</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>McCulloch-Pitts neuron</source>
        <translation>McCulloch-Pitts-Neuron</translation>
    </message>
    <message>
        <source>Meet the next instance, and learn from it</source>
        <translation>Das nächste Muster ansehen und daraus lernen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Middle drag, Space+Drag</source>
        <translation>Mit der mittleren Taste ziehen, Leertaste+Ziehen</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>%n Knoten verschieben</numerusform>
            <numerusform>%n Knoten verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>Notizen verschieben</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: bottom</source>
        <translation>Die ausgewählten Knoten an ihren Unterkanten ausrichten</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: column</source>
        <translation>Die ausgewählten Knoten genau untereinander stellen</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: left</source>
        <translation>Die ausgewählten Knoten an ihren linken Kanten ausrichten</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: right</source>
        <translation>Die ausgewählten Knoten an ihren rechten Kanten ausrichten</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: row</source>
        <translation>Die ausgewählten Knoten genau nebeneinander stellen</translation>
    </message>
    <message>
        <source>Move the selected nodes until they are aligned: top</source>
        <translation>Die ausgewählten Knoten an ihren Oberkanten ausrichten</translation>
    </message>
    <message>
        <source>Move the selection down</source>
        <translation>Die Auswahl nach unten rücken</translation>
    </message>
    <message>
        <source>Move the selection to the left</source>
        <translation>Die Auswahl nach links rücken</translation>
    </message>
    <message>
        <source>Move the selection to the right</source>
        <translation>Die Auswahl nach rechts rücken</translation>
    </message>
    <message>
        <source>Move the selection up</source>
        <translation>Die Auswahl nach oben rücken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the circuit</source>
        <translation>Name der Schaltung</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Name der Momentaufnahme</translation>
    </message>
    <message>
        <source>Name of {id}</source>
        <translation>Name von {id}</translation>
    </message>
    <message>
        <source>Name the circuit</source>
        <translation>Schaltung benennen</translation>
    </message>
    <message>
        <source>Name what is selected</source>
        <translation>Das Ausgewählte benennen</translation>
    </message>
    <message>
        <source>Names, numbers, and, or, not, == != &lt; &lt;= &gt; &gt;=, + - *. Like: count0 == 1, or &quot;10&quot; and fa0/sum</source>
        <translation>Namen, Zahlen, and, or, not, == != &lt; &lt;= &gt; &gt;=, + - *. Zum Beispiel: count0 == 1 oder &quot;10&quot; and fa0/sum</translation>
    </message>
    <message>
        <source>Names, or how many</source>
        <translation>Namen, oder wie viele</translation>
    </message>
    <message>
        <source>Names, or how many; what is in the circuit already feeds the layer</source>
        <translation>Namen, oder wie viele; was schon in der Schaltung ist, speist die Schicht</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Neurons and Wires</source>
        <translation>Neuronen und Leitungen</translation>
    </message>
    <message>
        <source>New Start</source>
        <translation>Neuer Start</translation>
    </message>
    <message>
        <source>Next &amp;Tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>Next Node Above</source>
        <translation>Nächster Knoten darüber</translation>
    </message>
    <message>
        <source>Next Node Below</source>
        <translation>Nächster Knoten darunter</translation>
    </message>
    <message>
        <source>Next Node on the Left</source>
        <translation>Nächster Knoten links</translation>
    </message>
    <message>
        <source>Next Node on the Right</source>
        <translation>Nächster Knoten rechts</translation>
    </message>
    <message>
        <source>No command has these letters</source>
        <translation>Kein Befehl hat diese Buchstaben</translation>
    </message>
    <message>
        <source>No key is changed.</source>
        <translation>Keine Taste ist geändert.</translation>
    </message>
    <message>
        <source>No line separates XOR on its two inputs. Behind two fixed neurons, &quot;either&quot; and &quot;both&quot;, one does: the TLU learns it from them.</source>
        <translation>Keine Gerade trennt XOR auf seinen zwei Eingängen. Hinter zwei festen Neuronen, „either“ und „both“, gelingt es einer: Die TLU lernt es von ihnen.</translation>
    </message>
    <message>
        <source>No node fits</source>
        <translation>Kein Knoten passt</translation>
    </message>
    <message>
        <source>No weights in this plane solve it.</source>
        <translation>Keine Gewichte in dieser Ebene lösen es.</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Nodes that fit</source>
        <translation>Knoten, die passen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>Nicht möglich: {reason}</translation>
    </message>
    <message>
        <source>Not saved in a file yet</source>
        <translation>Noch nicht in einer Datei gespeichert</translation>
    </message>
    <message>
        <source>Not settled after {count} ticks</source>
        <translation>Nach {count} Takten nicht eingeschwungen</translation>
    </message>
    <message numerus="yes">
        <source>Not trained yet: %n instances.</source>
        <translation>
            <numerusform>Noch nicht trainiert: %n Muster.</numerusform>
            <numerusform>Noch nicht trainiert: %n Muster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes stand in the circuit itself, not in a subcircuit: go out to write one</source>
        <translation>Notizen stehen in der Schaltung selbst, nicht in einer Teilschaltung: zum Schreiben hinausgehen</translation>
    </message>
    <message>
        <source>Nothing here yet.

Press {neuron} for a neuron, {input} for an input, {output} for an output, or Tab to search;
drag from one node&apos;s right side to another&apos;s left to connect them.

Or pick an example from the list on the left, or Open a circuit file ({open}).</source>
        <translation>Hier ist noch nichts.

{neuron} fügt ein Neuron ein, {input} einen Eingang, {output} einen Ausgang, Tab sucht;
von der rechten Seite eines Knotens zur linken eines anderen ziehen verbindet sie.

Oder links ein Beispiel wählen oder eine Schaltung öffnen ({open}).</translation>
    </message>
    <message>
        <source>Nothing is selected; click a node or drag a rectangle</source>
        <translation>Nichts ist ausgewählt; einen Knoten anklicken oder ein Rechteck aufziehen</translation>
    </message>
    <message>
        <source>Nothing is selected; click a node or drag a rectangle round some</source>
        <translation>Nichts ist ausgewählt; einen Knoten anklicken oder ein Rechteck um einige ziehen</translation>
    </message>
    <message>
        <source>Novikoff&apos;s bound, {bound}, holds from weights of 0.</source>
        <translation>Novikoffs Schranke, {bound}, gilt von Gewichten 0 an.</translation>
    </message>
    <message>
        <source>Novikoff&apos;s bound, {bound}, is far above this picture.</source>
        <translation>Novikoffs Schranke, {bound}, liegt weit über diesem Bild.</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>Rücken</translation>
    </message>
    <message>
        <source>Nudge Down</source>
        <translation>Nach unten rücken</translation>
    </message>
    <message>
        <source>Nudge Left</source>
        <translation>Nach links rücken</translation>
    </message>
    <message>
        <source>Nudge Right</source>
        <translation>Nach rechts rücken</translation>
    </message>
    <message>
        <source>Nudge Up</source>
        <translation>Nach oben rücken</translation>
    </message>
    <message>
        <source>Of the shuffle, and of random numbers to start from</source>
        <translation>Für das Mischen und für zufällige Zahlen am Anfang</translation>
    </message>
    <message>
        <source>Off: everything is in its new place at once</source>
        <translation>Aus: Alles steht sofort an seinem neuen Platz</translation>
    </message>
    <message>
        <source>Off: the wheel pans, and Shift and the wheel pans sideways</source>
        <translation>Aus: Das Rad verschiebt, mit der Umschalttaste seitwärts</translation>
    </message>
    <message>
        <source>On the canvas (fixed)</source>
        <translation>Auf der Zeichenfläche (fest)</translation>
    </message>
    <message>
        <source>One &amp;Epoch</source>
        <translation>Eine &amp;Epoche</translation>
    </message>
    <message>
        <source>One TLU is to learn XOR of two inputs. It cannot: the panel proves it.</source>
        <translation>Eine TLU soll das XOR zweier Eingänge lernen. Sie kann es nicht: Das Fenster beweist es.</translation>
    </message>
    <message>
        <source>One TLU is to learn which of 150 flowers are Iris setosa, by the length and the width of a petal in centimetres (Fisher 1936). Its weights are 0: train it in the panel.</source>
        <translation>Eine TLU soll lernen, welche von 150 Blüten Iris setosa sind, an Länge und Breite eines Blütenblatts in Zentimetern (Fisher 1936). Ihre Gewichte sind 0: im Fenster trainieren.</translation>
    </message>
    <message>
        <source>One value a tick, like 0110 (add * to repeat it):</source>
        <translation>Ein Wert je Takt, wie 0110 (mit * am Ende wird sie wiederholt):</translation>
    </message>
    <message>
        <source>Only synapses into neurons and units excite or inhibit</source>
        <translation>Nur Synapsen an Neuronen und TLUs erregen oder hemmen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open a circuit</source>
        <translation>Schaltung öffnen</translation>
    </message>
    <message>
        <source>Open a circuit file</source>
        <translation>Eine Schaltungsdatei öffnen</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>Ein Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open circuits</source>
        <translation>Offene Schaltungen</translation>
    </message>
    <message>
        <source>Open the chosen circuit as it was kept</source>
        <translation>Die gewählte Schaltung öffnen, wie sie aufgehoben wurde</translation>
    </message>
    <message>
        <source>Open the example {name}</source>
        <translation>Das Beispiel {name} öffnen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Overwrite what another program wrote in {name}?</source>
        <translation>Überschreiben, was ein anderes Programm in {name} geschrieben hat?</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF-Bild</translation>
    </message>
    <message>
        <source>PDF, for print (*.pdf)</source>
        <translation>PDF, zum Drucken (*.pdf)</translation>
    </message>
    <message>
        <source>PLA</source>
        <translation>PLA</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>PNG, in pixels (*.png)</source>
        <translation>PNG, in Pixeln (*.png)</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Parity of the inputs</source>
        <translation>Parität der Eingänge</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>PgUp, PgDown</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Pick signals in the list on the left</source>
        <translation>Signale in der Liste links auswählen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Play it again and again</source>
        <translation>Immer wieder spielen</translation>
    </message>
    <message>
        <source>Play nothing, and keep the value that it has now until you let it go</source>
        <translation>Nichts spielen und den jetzigen Wert behalten, bis er losgelassen wird</translation>
    </message>
    <message>
        <source>Play the sequence from this tick on</source>
        <translation>Die Folge von diesem Takt an spielen</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Plots need pyqtgraph, which is not installed: {command}. Training works without it.</source>
        <translation>Diagramme brauchen pyqtgraph, das nicht installiert ist: {command}. Das Training geht auch ohne.</translation>
    </message>
    <message>
        <source>Points are clicked in a plane: that needs a layer that is fed by two inputs, not by {count}.</source>
        <translation>Punkte werden in eine Ebene geklickt: Das braucht eine Schicht, die von zwei Eingängen gespeist wird, nicht von {count}.</translation>
    </message>
    <message>
        <source>Points of my own</source>
        <translation>Eigene Punkte</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>&amp;Voriger Tab</translation>
    </message>
    <message>
        <source>Preference&amp;s…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Press a key to give it to the command too</source>
        <translation>Eine Taste drücken, um sie dem Befehl auch zu geben</translation>
    </message>
    <message>
        <source>Press an input</source>
        <translation>Einen Eingang drücken</translation>
    </message>
    <message>
        <source>Press the key that is to take the place of {key}</source>
        <translation>Die Taste drücken, die an die Stelle von {key} treten soll</translation>
    </message>
    <message>
        <source>Press the selected inputs; else name what is selected</source>
        <translation>Die ausgewählten Eingänge drücken; sonst benennen, was ausgewählt ist</translation>
    </message>
    <message>
        <source>Press the selected inputs; held without any, drag to pan</source>
        <translation>Die ausgewählten Eingänge drücken; ohne solche gehalten: Ziehen verschiebt</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Put a delay between {source} and {target}, in one undo step</source>
        <translation>Eine Verzögerung zwischen {source} und {target} setzen, in einem Schritt</translation>
    </message>
    <message>
        <source>Put all bars and panels back where they are in a new window</source>
        <translation>Alle Leisten und Fenster dorthin setzen, wo sie am Anfang stehen</translation>
    </message>
    <message>
        <source>Put the nodes of the selected subcircuit in its place</source>
        <translation>Die ausgewählte Teilschaltung durch ihre Knoten ersetzen</translation>
    </message>
    <message>
        <source>Put the rows as typed into the file</source>
        <translation>Die Zeilen, wie sie getippt sind, in die Datei übernehmen</translation>
    </message>
    <message>
        <source>Put the selected nodes into a subcircuit</source>
        <translation>Die ausgewählten Knoten in eine Teilschaltung packen</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python-Skript</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>U&amp;mbenennen</translation>
    </message>
    <message>
        <source>Re&amp;name Definition…</source>
        <translation>Definition u&amp;mbenennen …</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>U&amp;mbenennen …</translation>
    </message>
    <message>
        <source>Reading the data was cancelled: choose them again.</source>
        <translation>Das Lesen der Daten wurde abgebrochen: noch einmal wählen.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Recovered Circuits</source>
        <translation>Wiederhergestellte Schaltungen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen breakpoint</source>
        <translation>Den gewählten Haltepunkt entfernen</translation>
    </message>
    <message>
        <source>Remove the selected nodes</source>
        <translation>Die ausgewählten Knoten entfernen</translation>
    </message>
    <message>
        <source>Rename Definition</source>
        <translation>Definition umbenennen</translation>
    </message>
    <message>
        <source>Rename test {name}</source>
        <translation>Test {name} umbenennen</translation>
    </message>
    <message>
        <source>Rename the definition {old} to {new}</source>
        <translation>Definition {old} in {new} umbenennen</translation>
    </message>
    <message>
        <source>Rename {id}</source>
        <translation>{id} umbenennen</translation>
    </message>
    <message>
        <source>Rename {id} to {name}</source>
        <translation>{id} in {name} umbenennen</translation>
    </message>
    <message>
        <source>Reset &amp;All…</source>
        <translation>&amp;Alle zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset &amp;Them</source>
        <translation>Zurück&amp;setzen</translation>
    </message>
    <message>
        <source>Reset the &amp;Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>Restore &amp;Defaults</source>
        <translation>&amp;Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Restored {name}, at tick {tick}.</source>
        <translation>Zurück bei {name}, Takt {tick}.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Rotate by &amp;90°</source>
        <translation>Um &amp;90° drehen</translation>
    </message>
    <message>
        <source>Rows of the test</source>
        <translation>Zeilen des Tests</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run All</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>Run every test in the file</source>
        <translation>Jeden Test der Datei ausführen</translation>
    </message>
    <message>
        <source>Running the tests</source>
        <translation>Tests werden ausgeführt</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Übers&amp;pringen</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>SVG, for the web and for editing (*.svg)</source>
        <translation>SVG, fürs Web und zum Bearbeiten (*.svg)</translation>
    </message>
    <message>
        <source>Same Start</source>
        <translation>Gleicher Start</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the changes to {title}?</source>
        <translation>Die Änderungen an {title} speichern?</translation>
    </message>
    <message>
        <source>Save the circuit</source>
        <translation>Schaltung speichern</translation>
    </message>
    <message>
        <source>Save the circuit as SVG, PDF or PNG</source>
        <translation>Die Schaltung als SVG, PDF oder PNG speichern</translation>
    </message>
    <message>
        <source>Save the circuit in another file</source>
        <translation>Die Schaltung in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Save the selected part as SVG, PDF or PNG</source>
        <translation>Den ausgewählten Teil als SVG, PDF oder PNG speichern</translation>
    </message>
    <message>
        <source>Save the waves as {kind}</source>
        <translation>Signalverläufe als {kind} speichern</translation>
    </message>
    <message>
        <source>Save the waves to a file</source>
        <translation>Die Signalverläufe in einer Datei speichern</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} gespeichert</translation>
    </message>
    <message>
        <source>Say why the selected node has its value</source>
        <translation>Erklären, warum der ausgewählte Knoten seinen Wert hat</translation>
    </message>
    <message>
        <source>Search all commands and examples</source>
        <translation>Alle Befehle und Beispiele durchsuchen</translation>
    </message>
    <message>
        <source>Search by command or by key, like tick or Ctrl+R</source>
        <translation>Nach Befehl oder Taste suchen, etwa Takt oder Strg+R</translation>
    </message>
    <message>
        <source>Search by name or meaning</source>
        <translation>Nach Name oder Bedeutung suchen</translation>
    </message>
    <message>
        <source>Search for something to add</source>
        <translation>Suchen, was eingefügt werden soll</translation>
    </message>
    <message>
        <source>Search signals</source>
        <translation>Signale suchen</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Search the examples</source>
        <translation>Beispiele suchen</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Search what can be added</source>
        <translation>Suchen, was eingefügt werden kann</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seen at {held}.</source>
        <translation>Gesehen bei {held}.</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &lt;b&gt;one&lt;/b&gt; and press &lt;kbd&gt;{why}&lt;/kbd&gt;: a card says why it has its value. Every node has such a card.</source>
        <translation>&lt;b&gt;one&lt;/b&gt; auswählen und &lt;kbd&gt;{why}&lt;/kbd&gt; drücken: Eine Karte sagt, warum es seinen Wert hat. Jeder Knoten hat eine solche Karte.</translation>
    </message>
    <message>
        <source>Select a connection first: click its line</source>
        <translation>Zuerst eine Verbindung auswählen: ihre Linie anklicken</translation>
    </message>
    <message>
        <source>Select a node or a connection first</source>
        <translation>Zuerst einen Knoten oder eine Verbindung auswählen</translation>
    </message>
    <message>
        <source>Select a node or a connection to see and change its values.</source>
        <translation>Einen Knoten oder eine Verbindung auswählen, um die Werte zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Select a subcircuit first</source>
        <translation>Zuerst eine Teilschaltung auswählen</translation>
    </message>
    <message>
        <source>Select a subcircuit to unpack it</source>
        <translation>Die Teilschaltung auswählen, die aufgelöst werden soll</translation>
    </message>
    <message>
        <source>Select every node</source>
        <translation>Jeden Knoten auswählen</translation>
    </message>
    <message>
        <source>Select it on the canvas</source>
        <translation>Auf der Zeichenfläche auswählen</translation>
    </message>
    <message>
        <source>Select neurons, units or delays alone to type their value</source>
        <translation>Nur Neuronen, nur TLUs oder nur Verzögerungen auswählen, um ihren Wert zu tippen</translation>
    </message>
    <message>
        <source>Select one node, then ask why it has its value.</source>
        <translation>Einen Knoten auswählen, dann fragen, warum er seinen Wert hat.</translation>
    </message>
    <message>
        <source>Select some neurons, units, delays or subcircuits first; inputs and outputs become its ports</source>
        <translation>Zuerst Neuronen, TLUs, Verzögerungen oder Teilschaltungen auswählen; Eingänge und Ausgänge werden zu Anschlüssen</translation>
    </message>
    <message>
        <source>Select the nearest node above the selected one</source>
        <translation>Den nächsten Knoten über dem ausgewählten auswählen</translation>
    </message>
    <message>
        <source>Select the nearest node below the selected one</source>
        <translation>Den nächsten Knoten unter dem ausgewählten auswählen</translation>
    </message>
    <message>
        <source>Select the nearest node on the left of the selected one</source>
        <translation>Den nächsten Knoten links vom ausgewählten auswählen</translation>
    </message>
    <message>
        <source>Select the nearest node on the right of the selected one</source>
        <translation>Den nächsten Knoten rechts vom ausgewählten auswählen</translation>
    </message>
    <message>
        <source>Select what the rectangle touches</source>
        <translation>Auswählen, was das Rechteck berührt</translation>
    </message>
    <message>
        <source>Select; on an input, press it; with Shift or Ctrl, add</source>
        <translation>Auswählen; auf einem Eingang: drücken; mit Umschalt oder Strg: hinzunehmen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Sequence of {id}</source>
        <translation>Folge von {id}</translation>
    </message>
    <message>
        <source>Set {parameter} of {name}</source>
        <translation>{parameter} von {name} setzen</translation>
    </message>
    <message>
        <source>Set {parameter} of {source} to {target}</source>
        <translation>{parameter} von {source} zu {target} setzen</translation>
    </message>
    <message>
        <source>Settled Timing and a Delay</source>
        <translation>Einschwingen und eine Verzögerung</translation>
    </message>
    <message>
        <source>Settled Timing and {count} Delays</source>
        <translation>Einschwingen und {count} Verzögerungen</translation>
    </message>
    <message>
        <source>Shift+Tab</source>
        <translation>Umschalt+Tab</translation>
    </message>
    <message>
        <source>Show every tick</source>
        <translation>Jeden Takt zeigen</translation>
    </message>
    <message>
        <source>Show every tick (F)</source>
        <translation>Jeden Takt zeigen (F)</translation>
    </message>
    <message>
        <source>Show it at 100 %</source>
        <translation>Bei 100 % zeigen</translation>
    </message>
    <message>
        <source>Show it larger</source>
        <translation>Größer zeigen</translation>
    </message>
    <message>
        <source>Show it smaller</source>
        <translation>Kleiner zeigen</translation>
    </message>
    <message>
        <source>Show no signals</source>
        <translation>Keine Signale zeigen</translation>
    </message>
    <message>
        <source>Show on Canvas</source>
        <translation>Auf der Zeichenfläche zeigen</translation>
    </message>
    <message>
        <source>Show or hide the list of examples</source>
        <translation>Die Liste der Beispiele zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide: {title}</source>
        <translation>Ein- oder ausblenden: {title}</translation>
    </message>
    <message>
        <source>Show the &amp;List</source>
        <translation>&amp;Liste zeigen</translation>
    </message>
    <message>
        <source>Show the circuit around this one</source>
        <translation>Die Schaltung um diese herum zeigen</translation>
    </message>
    <message>
        <source>Show the commands and keys in which all of these words occur</source>
        <translation>Die Befehle und Tasten zeigen, in denen alle diese Wörter vorkommen</translation>
    </message>
    <message>
        <source>Show the examples in whose name or description this text occurs</source>
        <translation>Die Beispiele zeigen, in deren Namen oder Beschreibung dieser Text vorkommt</translation>
    </message>
    <message>
        <source>Show the panel that trains the layer of what is selected</source>
        <translation>Das Fenster zeigen, das die Schicht des Ausgewählten trainiert</translation>
    </message>
    <message>
        <source>Show the rows in which this text occurs</source>
        <translation>Die Zeilen zeigen, in denen dieser Text vorkommt</translation>
    </message>
    <message>
        <source>Show the selected subcircuit while it runs</source>
        <translation>Die ausgewählte Teilschaltung zeigen, während sie läuft</translation>
    </message>
    <message>
        <source>Show the whole circuit</source>
        <translation>Die ganze Schaltung zeigen</translation>
    </message>
    <message>
        <source>Show what can be done with what is selected; with the circuit, where nothing is</source>
        <translation>Zeigen, was mit der Auswahl getan werden kann; wo nichts ausgewählt ist, mit der Schaltung</translation>
    </message>
    <message>
        <source>Show what is selected as large as it goes</source>
        <translation>Das Ausgewählte so groß wie möglich zeigen</translation>
    </message>
    <message>
        <source>Show which column feeds which input, and what each TLU is to learn</source>
        <translation>Zeigen, welche Spalte welchen Eingang speist und was jede TLU lernen soll</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Size and timing</source>
        <translation>Größe und Zeitverhalten</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Momentaufnahmen</translation>
    </message>
    <message>
        <source>So many instances are not looked through unasked for a proof whether a line separates them.</source>
        <translation>So viele Muster werden nicht ungefragt nach einem Beweis durchsucht, ob eine Gerade sie trennt.</translation>
    </message>
    <message>
        <source>Some columns of this table are nodes inside the circuit: only its own inputs were set.</source>
        <translation>Einige Spalten dieser Tabelle sind Knoten im Innern der Schaltung: Nur ihre eigenen Eingänge wurden gesetzt.</translation>
    </message>
    <message>
        <source>Sorting the table</source>
        <translation>Tabelle wird sortiert</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Speak the language of the system, from the next start on</source>
        <translation>Vom nächsten Start an die Sprache des Systems sprechen</translation>
    </message>
    <message>
        <source>Speak {language} from the next start on</source>
        <translation>Vom nächsten Start an {language} sprechen</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Start with an empty circuit</source>
        <translation>Mit einer leeren Schaltung beginnen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step {step} of {steps}, epoch {epoch} of {epochs}</source>
        <translation>Schritt {step} von {steps}, Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
        <source>Steps of the training</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the run where a condition over names is true</source>
        <translation>Den Lauf anhalten, wo eine Bedingung über Namen wahr ist</translation>
    </message>
    <message>
        <source>Stop this (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Stop where this is true</source>
        <translation>Anhalten, wo dies wahr ist</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}.</source>
        <translation>Nach Epoche {epoch} angehalten.</translation>
    </message>
    <message>
        <source>Stopped at tick {tick}: {condition}</source>
        <translation>Bei Takt {tick} angehalten: {condition}</translation>
    </message>
    <message>
        <source>Subcircuit</source>
        <translation>Teilschaltung</translation>
    </message>
    <message>
        <source>Synapse</source>
        <translation>Synapse</translation>
    </message>
    <message>
        <source>T&amp;hreshold or Weight…</source>
        <translation>Schwelle &amp;oder Gewicht…</translation>
    </message>
    <message>
        <source>TLU</source>
        <translation>TLU</translation>
    </message>
    <message>
        <source>TLU {id!r} of layer {layer!r} has no connections: connect what it is to learn from</source>
        <translation>TLU {id!r} der Schicht {layer!r} hat keine Verbindungen: verbinden, woraus sie lernen soll</translation>
    </message>
    <message>
        <source>TLU {name}</source>
        <translation>TLU {name}</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table of</source>
        <translation>Tabelle von</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.data);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.data);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Take away all definitions that no subcircuit is an instance of</source>
        <translation>Alle Definitionen wegnehmen, von denen keine Teilschaltung eine Instanz ist</translation>
    </message>
    <message>
        <source>Take the chosen point away</source>
        <translation>Den gewählten Punkt wegnehmen</translation>
    </message>
    <message>
        <source>Take the chosen test out of the file</source>
        <translation>Den gewählten Test aus der Datei nehmen</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Take this connection away, in one undo step. Tried: with all inputs the circuit comes to rest then</source>
        <translation>Diese Verbindung wegnehmen, in einem Schritt. Ausprobiert: Dann kommt die Schaltung mit allen Eingängen zur Ruhe</translation>
    </message>
    <message>
        <source>Take this connection away, in one undo step. Tried: with these inputs the circuit comes to rest then</source>
        <translation>Diese Verbindung wegnehmen, in einem Schritt. Ausprobiert: Dann kommt die Schaltung mit diesen Eingängen zur Ruhe</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>{key} wegnehmen</translation>
    </message>
    <message>
        <source>Targets and outputs</source>
        <translation>Sollwerte und Ausgaben</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Text of the note; \n begins a line</source>
        <translation>Text der Notiz; \n beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Das des Systems</translation>
    </message>
    <message>
        <source>That was the tour. &lt;kbd&gt;{commands}&lt;/kbd&gt; finds every command, &lt;kbd&gt;{shortcuts}&lt;/kbd&gt; lists all keys, and &lt;kbd&gt;{tour}&lt;/kbd&gt; begins the tour again.</source>
        <translation>Das war der Rundgang. &lt;kbd&gt;{commands}&lt;/kbd&gt; findet jeden Befehl, &lt;kbd&gt;{shortcuts}&lt;/kbd&gt; listet alle Tasten auf, und &lt;kbd&gt;{tour}&lt;/kbd&gt; beginnt den Rundgang von neuem.</translation>
    </message>
    <message>
        <source>The &amp;wheel zooms</source>
        <translation>Das &amp;Mausrad zoomt</translation>
    </message>
    <message>
        <source>The circuit could not be kept for recovery: {problem}</source>
        <translation>Die Schaltung konnte nicht zur Wiederherstellung aufgehoben werden: {problem}</translation>
    </message>
    <message>
        <source>The circuit was changed meanwhile; choose Tidy Layout once more</source>
        <translation>Die Schaltung wurde inzwischen geändert; noch einmal Aufräumen wählen</translation>
    </message>
    <message>
        <source>The circuit was edited: the run goes on from tick {tick}</source>
        <translation>Die Schaltung wurde bearbeitet: Der Lauf geht bei Takt {tick} weiter</translation>
    </message>
    <message>
        <source>The circuit: click an input to toggle it, drag nodes to move them</source>
        <translation>Die Schaltung: Klicken schaltet einen Eingang um, Ziehen verschiebt Knoten</translation>
    </message>
    <message>
        <source>The clipboard holds no circuit; copy some nodes first</source>
        <translation>Die Zwischenablage enthält keine Schaltung; zuerst Knoten kopieren</translation>
    </message>
    <message>
        <source>The colours of the window</source>
        <translation>Die Farben des Programms</translation>
    </message>
    <message>
        <source>The column of the file that holds the classes</source>
        <translation>Die Spalte der Datei, die die Klassen enthält</translation>
    </message>
    <message>
        <source>The column that feeds it</source>
        <translation>Die Spalte, die ihn speist</translation>
    </message>
    <message>
        <source>The first {count} instances are drawn.</source>
        <translation>Die ersten {count} Muster sind gezeichnet.</translation>
    </message>
    <message>
        <source>The first {shown} of {count} rows: so many cannot be edited here</source>
        <translation>Die ersten {shown} von {count} Zeilen: So viele lassen sich hier nicht bearbeiten</translation>
    </message>
    <message>
        <source>The instances and the line of each TLU; drag the line, or its ends</source>
        <translation>Die Muster und die Gerade jeder TLU; die Gerade oder ihre Enden lassen sich ziehen</translation>
    </message>
    <message>
        <source>The kind of the node that is added</source>
        <translation>Die Art des Knotens, der hinzugefügt wird</translation>
    </message>
    <message>
        <source>The language of the window, from its next start on</source>
        <translation>Die Sprache des Programms, vom nächsten Start an</translation>
    </message>
    <message>
        <source>The layer has {tlus} TLUs, and these data teach only {classes}: choose what {tlu} is to learn.</source>
        <translation>Die Schicht hat {tlus} TLUs, und diese Daten lehren nur {classes}: wählen, was {tlu} lernen soll.</translation>
    </message>
    <message>
        <source>The layer is fed by {inputs} inputs, and these data have only {columns} columns.</source>
        <translation>Die Schicht wird von {inputs} Eingängen gespeist, und diese Daten haben nur {columns} Spalten.</translation>
    </message>
    <message>
        <source>The line is drawn for the means of the other sources.</source>
        <translation>Die Gerade ist für die Mittelwerte der anderen Quellen gezeichnet.</translation>
    </message>
    <message>
        <source>The line of {tlu} is outside of this picture.</source>
        <translation>Die Gerade von {tlu} liegt außerhalb dieses Bildes.</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>Die Liste ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The menu of a node, a connection, a note or the circuit</source>
        <translation>Das Menü eines Knotens, einer Verbindung, einer Notiz oder der Schaltung</translation>
    </message>
    <message>
        <source>The mistakes of each epoch, and how many the rule can make at most</source>
        <translation>Die Fehler jeder Epoche, und wie viele die Regel höchstens machen kann</translation>
    </message>
    <message>
        <source>The net input</source>
        <translation>Die Nettoeingabe</translation>
    </message>
    <message>
        <source>The path of the weights, and what remains of the plane of weights that solve it</source>
        <translation>Der Weg der Gewichte, und was von der Ebene der Gewichte übrig bleibt, die es lösen</translation>
    </message>
    <message>
        <source>The table of so large a circuit takes a while.</source>
        <translation>Die Tabelle einer so großen Schaltung braucht eine Weile.</translation>
    </message>
    <message>
        <source>The tests cannot run: {problem}</source>
        <translation>Die Tests können nicht laufen: {problem}</translation>
    </message>
    <message>
        <source>The tests have lost the columns of {ids}: {tests}. Rows that differed only there may contradict now.</source>
        <translation>Die Tests haben die Spalten von {ids} verloren: {tests}. Zeilen, die sich nur dort unterschieden, können sich nun widersprechen.</translation>
    </message>
    <message>
        <source>The tests in the file: run them, see a failing row on the canvas, edit the rows</source>
        <translation>Die Tests der Datei: ausführen, eine falsche Zeile auf der Zeichenfläche ansehen, Zeilen bearbeiten</translation>
    </message>
    <message>
        <source>The tests were cancelled.</source>
        <translation>Die Tests wurden abgebrochen.</translation>
    </message>
    <message>
        <source>The text that is shown instead</source>
        <translation>Der Text, der stattdessen gezeigt wird</translation>
    </message>
    <message>
        <source>The tick that is shown</source>
        <translation>Der gezeigte Takt</translation>
    </message>
    <message>
        <source>The tick that is shown, of those recorded</source>
        <translation>Der gezeigte Takt, von den aufgezeichneten</translation>
    </message>
    <message>
        <source>The ticks a second that are really made</source>
        <translation>Die Takte je Sekunde, die wirklich gemacht werden</translation>
    </message>
    <message>
        <source>The weights before the first step: the circuit&apos;s, zeros, or random ones</source>
        <translation>Die Gewichte vor dem ersten Schritt: die der Schaltung, Nullen oder zufällige</translation>
    </message>
    <message>
        <source>The window speaks this language from its next start on.</source>
        <translation>Das Programm spricht diese Sprache vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Theme of the S&amp;ystem</source>
        <translation>Design des &amp;Systems</translation>
    </message>
    <message>
        <source>There are no points yet: click into the plot, left for the one class and right for the other.</source>
        <translation>Es gibt noch keine Punkte: ins Diagramm klicken, links für die eine Klasse und rechts für die andere.</translation>
    </message>
    <message>
        <source>There is no bound: no line separates the classes, or it is not known yet.</source>
        <translation>Es gibt keine Schranke: Keine Gerade trennt die Klassen, oder es ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>There is no layer of TLUs in this circuit. Make one, select TLUs that stand here already, or open Learn &gt; Iris Petals.</source>
        <translation>In dieser Schaltung gibt es keine Schicht aus TLUs. Eine anlegen, TLUs auswählen, die hier schon stehen, oder Lernen &gt; Iris-Blütenblätter öffnen.</translation>
    </message>
    <message>
        <source>There is no line yet: all weights of {tlu} are 0.</source>
        <translation>Es gibt noch keine Gerade: Alle Gewichte von {tlu} sind 0.</translation>
    </message>
    <message>
        <source>There is nothing to save yet: pick signals, and make some ticks.</source>
        <translation>Es gibt noch nichts zu speichern: Signale auswählen und einige Takte machen.</translation>
    </message>
    <message>
        <source>There is nothing to train yet: the Training panel says what is missing.</source>
        <translation>Es gibt noch nichts zu trainieren: Das Fenster Training sagt, was fehlt.</translation>
    </message>
    <message>
        <source>They are lost if you discard them.</source>
        <translation>Beim Verwerfen gehen sie verloren.</translation>
    </message>
    <message>
        <source>This cannot be pasted: {problem}</source>
        <translation>Das lässt sich nicht einfügen: {problem}</translation>
    </message>
    <message>
        <source>This circuit cannot run yet, so there are no values to explain.</source>
        <translation>Diese Schaltung kann noch nicht laufen, also gibt es keine Werte zu erklären.</translation>
    </message>
    <message>
        <source>This circuit cannot run yet: {problem}</source>
        <translation>Diese Schaltung kann noch nicht laufen: {problem}</translation>
    </message>
    <message>
        <source>This file has no tests. Add one, or make one of the truth table.</source>
        <translation>Diese Datei hat keine Tests. Einen hinzufügen oder aus der Wahrheitstabelle machen.</translation>
    </message>
    <message>
        <source>This is a look inside a running instance; choose Edit Definition to change it</source>
        <translation>Dies ist ein Blick in eine laufende Instanz; zum Ändern „Definition bearbeiten“ wählen</translation>
    </message>
    <message>
        <source>This key cannot be changed.</source>
        <translation>Diese Taste kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Threshold logic unit</source>
        <translation>Schwellenwertelement (TLU)</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Tick shown</source>
        <translation>Gezeigter Takt</translation>
    </message>
    <message>
        <source>Tick {tick}</source>
        <translation>Takt {tick}</translation>
    </message>
    <message>
        <source>Tick {tick} of {latest}</source>
        <translation>Takt {tick} von {latest}</translation>
    </message>
    <message>
        <source>Tick {tick} of {latest}, recorded</source>
        <translation>Takt {tick} von {latest}, Aufzeichnung</translation>
    </message>
    <message>
        <source>Ticks a second</source>
        <translation>Takte je Sekunde</translation>
    </message>
    <message>
        <source>Tid&amp;y Layout</source>
        <translation>&amp;Aufräumen</translation>
    </message>
    <message>
        <source>Tidy layout</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverhalten</translation>
    </message>
    <message>
        <source>To (or box/port)</source>
        <translation>Zu (oder Kasten/Anschluss)</translation>
    </message>
    <message>
        <source>To the En&amp;d</source>
        <translation>Bis zum En&amp;de</translation>
    </message>
    <message>
        <source>To the End</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>To the first tick; to the last, and follow it</source>
        <translation>Zum ersten Takt; zum letzten, und ihm folgen</translation>
    </message>
    <message>
        <source>To the next tick</source>
        <translation>Zum nächsten Takt</translation>
    </message>
    <message>
        <source>Toggle</source>
        <translation>Umschalten</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Train a La&amp;yer</source>
        <translation>Eine S&amp;chicht trainieren</translation>
    </message>
    <message>
        <source>Train a layer of TLUs: step by step or at a run, with plots and proofs</source>
        <translation>Eine Schicht aus TLUs trainieren: Schritt für Schritt oder im Lauf, mit Diagrammen und Beweisen</translation>
    </message>
    <message>
        <source>Train at the speed of the panel, or stop</source>
        <translation>Mit der Geschwindigkeit des Fensters trainieren, oder anhalten</translation>
    </message>
    <message>
        <source>Train at the speed of the slider beside, or stop</source>
        <translation>Mit der Geschwindigkeit des Schiebers daneben trainieren, oder anhalten</translation>
    </message>
    <message>
        <source>Train the selected TLUs together</source>
        <translation>Die ausgewählten TLUs zusammen trainieren</translation>
    </message>
    <message>
        <source>Train until an epoch is without a mistake</source>
        <translation>Trainieren, bis eine Epoche ohne Fehler ist</translation>
    </message>
    <message>
        <source>Train {layer}</source>
        <translation>{layer} trainieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training {layer}</source>
        <translation>{layer} wird trainiert</translation>
    </message>
    <message>
        <source>True rate</source>
        <translation>Wirkliche Taktrate</translation>
    </message>
    <message>
        <source>Truth Table</source>
        <translation>Wahrheitstabelle</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>Wahrheitstabelle</translation>
    </message>
    <message>
        <source>Trying what brings it to rest</source>
        <translation>Ausprobiert wird, was sie zur Ruhe bringt</translation>
    </message>
    <message>
        <source>Turn the selected nodes by a right angle</source>
        <translation>Die ausgewählten Knoten um einen rechten Winkel drehen</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>Zwei Wolken</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Zwei Monde</translation>
    </message>
    <message>
        <source>Type a few letters of a command or an example</source>
        <translation>Einige Buchstaben eines Befehls oder Beispiels tippen</translation>
    </message>
    <message>
        <source>Type the id of a node here: {field}</source>
        <translation>Hier den Namen eines Knotens eingeben: {field}</translation>
    </message>
    <message>
        <source>Type the threshold, bias, weight, count or initial value of what is selected</source>
        <translation>Schwelle, Bias, Gewicht, Anzahl oder Anfangswert der Auswahl eingeben</translation>
    </message>
    <message>
        <source>Type the threshold, weight, count or bias of what is selected</source>
        <translation>Schwelle, Gewicht, Anzahl oder Bias des Ausgewählten tippen</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Unpack %n subcircuits</source>
        <translation>
            <numerusform>%n Teilschaltung auflösen</numerusform>
            <numerusform>%n Teilschaltungen auflösen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpack {id}</source>
        <translation>{id} auflösen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Unsaved changes are kept in every pause, and at the latest after so many seconds</source>
        <translation>Ungespeicherte Änderungen werden in jeder Pause bewahrt, spätestens nach so vielen Sekunden</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>ein Text ohne Ende beginnt</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter adds</source>
        <translation>Auf und Ab wählen, Eingabe fügt ein</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter does it, Esc leaves</source>
        <translation>Auf und Ab wählen, Eingabe führt aus, Esc schließt</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter goes there, Esc closes</source>
        <translation>Auf und Ab wählen, Eingabe geht dorthin, Esc schließt</translation>
    </message>
    <message>
        <source>Use Settled Timing</source>
        <translation>Einschwingen verwenden</translation>
    </message>
    <message>
        <source>Use Unit-Delay Timing</source>
        <translation>Einheitsverzögerung verwenden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value of {id}</source>
        <translation>Wert von {id}</translation>
    </message>
    <message>
        <source>Verilog</source>
        <translation>Verilog</translation>
    </message>
    <message>
        <source>Verilog that is not structural needs Yosys (pip install &apos;circuitsim[verilog]&apos;)</source>
        <translation>Verilog, das nicht strukturell ist, braucht Yosys (pip install &apos;circuitsim[verilog]&apos;)</translation>
    </message>
    <message>
        <source>Waiting for rest: {count} ticks</source>
        <translation>Warten auf Ruhe: {count} Takte</translation>
    </message>
    <message>
        <source>Watch as Waveforms</source>
        <translation>Als Signalverläufe ansehen</translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation>Signalverläufe</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What a TLU makes of its sum</source>
        <translation>Was eine TLU aus ihrer Summe macht</translation>
    </message>
    <message>
        <source>What a net input of exactly 0 means</source>
        <translation>Was eine Nettoeingabe von genau 0 bedeutet</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Was eingefügt werden kann</translation>
    </message>
    <message>
        <source>What each TLU should say to every instance, and what it says</source>
        <translation>Was jede TLU zu jedem Muster sagen soll, und was sie sagt</translation>
    </message>
    <message>
        <source>What each input gives: toggle, pulse, hold, clock or a sequence</source>
        <translation>Was jeder Eingang gibt: Umschalten, Impuls, Halten, Taktgeber oder eine Folge</translation>
    </message>
    <message>
        <source>What is moved, added or pasted stands on the grid</source>
        <translation>Was verschoben oder eingefügt wird, steht auf dem Raster</translation>
    </message>
    <message>
        <source>What it can learn behind two neurons</source>
        <translation>Was sie hinter zwei Neuronen lernen kann</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Was sie sagte</translation>
    </message>
    <message>
        <source>What it should say</source>
        <translation>Was sie sagen soll</translation>
    </message>
    <message>
        <source>What one TLU cannot learn, and the proof</source>
        <translation>Was eine TLU nicht lernen kann, und der Beweis</translation>
    </message>
    <message>
        <source>What signals did, tick by tick; a click goes to that tick</source>
        <translation>Was Signale taten, Takt für Takt; ein Klick geht zu diesem Takt</translation>
    </message>
    <message>
        <source>What takes a while</source>
        <translation>Was eine Weile dauert</translation>
    </message>
    <message>
        <source>What the circuit is called</source>
        <translation>Wie die Schaltung heißt</translation>
    </message>
    <message>
        <source>What the circuit is for, and how to use it; `a name` stands out</source>
        <translation>Wozu die Schaltung da ist und wie man sie benutzt; `ein Name` wird hervorgehoben</translation>
    </message>
    <message>
        <source>What the circuit is made of, and how time passes in it</source>
        <translation>Woraus die Schaltung besteht, und wie in ihr die Zeit vergeht</translation>
    </message>
    <message>
        <source>What the last step taught</source>
        <translation>Was der letzte Schritt gelehrt hat</translation>
    </message>
    <message>
        <source>What the layer is called</source>
        <translation>Wie die Schicht heißt</translation>
    </message>
    <message>
        <source>What the node is called</source>
        <translation>Wie der Knoten heißt</translation>
    </message>
    <message>
        <source>What the selected inputs are to play, one symbol a tick</source>
        <translation>Was die ausgewählten Eingänge spielen sollen, ein Zeichen je Takt</translation>
    </message>
    <message>
        <source>What the state is to be called</source>
        <translation>Wie der Zustand heißen soll</translation>
    </message>
    <message>
        <source>What this axis of the plot shows</source>
        <translation>Was diese Achse des Diagramms zeigt</translation>
    </message>
    <message>
        <source>What this is, and its version</source>
        <translation>Was dies ist, und die Version</translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation>Woraus gelernt werden soll</translation>
    </message>
    <message>
        <source>What you expect: a 0, a 1 or a - for each output</source>
        <translation>Was erwartet wird: eine 0, eine 1 oder ein - für jeden Ausgang</translation>
    </message>
    <message>
        <source>Wheel, Ctrl+Wheel</source>
        <translation>Mausrad, Strg+Mausrad</translation>
    </message>
    <message>
        <source>When it should fire</source>
        <translation>Wann sie feuern soll</translation>
    </message>
    <message>
        <source>Where training ends if it is never without a mistake</source>
        <translation>Wo das Training endet, wenn es nie ohne Fehler ist</translation>
    </message>
    <message>
        <source>Whether the rows are ticks one after the other</source>
        <translation>Ob die Zeilen aufeinanderfolgende Takte sind</translation>
    </message>
    <message>
        <source>Which TLU the plots and the proof are about</source>
        <translation>Um welche TLU es in den Diagrammen und im Beweis geht</translation>
    </message>
    <message>
        <source>Which layer is trained; selecting one of its TLUs chooses it too</source>
        <translation>Welche Schicht trainiert wird; eine ihrer TLUs auszuwählen wählt sie auch</translation>
    </message>
    <message>
        <source>While a connection is drawn: inhibitory, and back</source>
        <translation>Während eine Verbindung gezogen wird: hemmend, und zurück</translation>
    </message>
    <message>
        <source>Whose table it is: that of the circuit, or of the selected nodes</source>
        <translation>Wessen Tabelle es ist: die der Schaltung oder die der ausgewählten Knoten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Programmfenster</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>With the mouse (fixed)</source>
        <translation>Mit der Maus (fest)</translation>
    </message>
    <message>
        <source>With these inputs the circuit never comes to rest. Click to set them, then let it run.</source>
        <translation>Mit diesen Eingängen kommt die Schaltung nie zur Ruhe. Klicken, um sie zu setzen, dann laufen lassen.</translation>
    </message>
    <message>
        <source>With {inputs} held still, this circuit never comes to rest: its state comes back every {period} ticks, and {nodes} keep changing. If it is meant to go on for ever, let it run (R) instead of waiting for rest.</source>
        <translation>Hält man {inputs} fest, kommt diese Schaltung nie zur Ruhe: Ihr Zustand kehrt alle {period} Takte wieder; immer weiter ändern sich: {nodes}. Soll sie für immer weitergehen, sie laufen lassen (R), statt auf Ruhe zu warten.</translation>
    </message>
    <message>
        <source>Write a text on the canvas</source>
        <translation>Einen Text auf die Zeichenfläche schreiben</translation>
    </message>
    <message>
        <source>Write the sequence that it plays into the circuit: an edit, which is saved with the file</source>
        <translation>Die Folge, die er spielt, in die Schaltung schreiben: eine Änderung, die mit der Datei gespeichert wird</translation>
    </message>
    <message>
        <source>Wrote {path}. It holds what the circuit computes; save as .json to keep the layout too.</source>
        <translation>{path} geschrieben. Darin steht, was die Schaltung berechnet; als .json speichern, um auch die Anordnung zu behalten.</translation>
    </message>
    <message>
        <source>XOR on &amp;Two Fixed Neurons</source>
        <translation>XOR auf &amp;zwei festen Neuronen</translation>
    </message>
    <message>
        <source>XOR on one TLU</source>
        <translation>XOR auf einer TLU</translation>
    </message>
    <message>
        <source>XOR on two fixed neurons</source>
        <translation>XOR auf zwei festen Neuronen</translation>
    </message>
    <message>
        <source>Yosys is not done after {seconds} seconds</source>
        <translation>Yosys ist nach {seconds} Sekunden nicht fertig</translation>
    </message>
    <message>
        <source>Yosys: {problem}</source>
        <translation>Yosys: {problem}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom, or pan: see Preferences</source>
        <translation>Zoomen oder verschieben: siehe Einstellungen</translation>
    </message>
    <message>
        <source>a PDF needs cairosvg, which is not installed (pip install &apos;circuitsim[pdf]&apos;)</source>
        <translation>ein PDF braucht cairosvg, das nicht installiert ist (pip install &apos;circuitsim[pdf]&apos;)</translation>
    </message>
    <message>
        <source>a PNG needs resvg-py, which is not installed (pip install &apos;circuitsim[png]&apos;)</source>
        <translation>ein PNG braucht resvg-py, das nicht installiert ist (pip install &apos;circuitsim[png]&apos;)</translation>
    </message>
    <message>
        <source>a circuit</source>
        <translation>eine Schaltung</translation>
    </message>
    <message>
        <source>a column of 0 and 1 for each TLU</source>
        <translation>eine Spalte aus 0 und 1 für jede TLU</translation>
    </message>
    <message>
        <source>a condition is written like: carry and not a</source>
        <translation>eine Bedingung schreibt man so: carry and not a</translation>
    </message>
    <message>
        <source>a condition may have {most} characters, not {count}</source>
        <translation>eine Bedingung darf {most} Zeichen haben, nicht {count}</translation>
    </message>
    <message>
        <source>a connection</source>
        <translation>eine Verbindung</translation>
    </message>
    <message>
        <source>a definition</source>
        <translation>eine Definition</translation>
    </message>
    <message>
        <source>a definition cannot contain itself: {path}; take one of these instances out</source>
        <translation>eine Definition kann sich nicht selbst enthalten: {path}; eine dieser Instanzen herausnehmen</translation>
    </message>
    <message>
        <source>a flip-flop has the pins {names}</source>
        <translation>ein Flipflop hat die Pins {names}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a loop does not end</source>
        <translation>eine Schleife endet nicht</translation>
    </message>
    <message>
        <source>a name stands twice among {names}</source>
        <translation>ein Name steht zweimal unter {names}</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a parenthesis does not end</source>
        <translation>eine Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>a port of {name} is connected twice</source>
        <translation>ein Anschluss von {name} ist zweimal verbunden</translation>
    </message>
    <message>
        <source>a row ends before its last symbol</source>
        <translation>eine Zeile endet vor ihrem letzten Zeichen</translation>
    </message>
    <message>
        <source>a row has {count} values for {width} columns</source>
        <translation>eine Zeile hat {count} Werte für {width} Spalten</translation>
    </message>
    <message>
        <source>a row has {inputs} symbols 0, 1 or -, and {outputs} of 0, 1, - or ~, not {text}</source>
        <translation>eine Zeile hat {inputs} Zeichen 0, 1 oder - und {outputs} Zeichen 0, 1, - oder ~, nicht {text}</translation>
    </message>
    <message>
        <source>a row has {inputs} symbols of input, a state, the next one, and {outputs} of output, not {text}</source>
        <translation>eine Zeile hat {inputs} Zeichen Eingabe, einen Zustand, den nächsten und {outputs} Zeichen Ausgabe, nicht {text}</translation>
    </message>
    <message>
        <source>a sequence is written like 0110, or as numbers with blanks between them, not {text!r}</source>
        <translation>eine Folge schreibt man wie 0110 oder als Zahlen mit Leerzeichen dazwischen, nicht {text!r}</translation>
    </message>
    <message>
        <source>a sequence that it plays, one symbol a tick</source>
        <translation>eine Folge, die er spielt, ein Zeichen je Takt</translation>
    </message>
    <message>
        <source>a splitter of several ends, some of them overlapping, is left out</source>
        <translation>ein Splitter mit mehreren Enden, die sich teils überschneiden, wird weggelassen</translation>
    </message>
    <message>
        <source>a step of the weighted sum plus a bias</source>
        <translation>eine Sprungfunktion der gewichteten Summe plus Bias</translation>
    </message>
    <message>
        <source>a subcircuit of this document</source>
        <translation>eine Teilschaltung dieses Dokuments</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>ein Test</translation>
    </message>
    <message>
        <source>a value from outside; 0 until it is given one</source>
        <translation>ein Wert von außen; 0, bis er einen bekommt</translation>
    </message>
    <message>
        <source>a wire goes from a place like (10,20) to another</source>
        <translation>eine Leitung führt von einer Stelle wie (10,20) zu einer anderen</translation>
    </message>
    <message>
        <source>a {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>absolut</translation>
    </message>
    <message>
        <source>add adder sum plus</source>
        <translation>addieren addierer summe plus</translation>
    </message>
    <message>
        <source>add sum plus arithmetic carry</source>
        <translation>addieren summe plus arithmetik übertrag</translation>
    </message>
    <message>
        <source>added to the weighted sum</source>
        <translation>wird zur gewichteten Summe addiert</translation>
    </message>
    <message>
        <source>adds up more than {most} weights of so different sizes that sums are rounded</source>
        <translation>addiert mehr als {most} Gewichte von so verschiedener Größe, dass Summen gerundet werden</translation>
    </message>
    <message>
        <source>all inputs at 0</source>
        <translation>alle Eingänge auf 0</translation>
    </message>
    <message>
        <source>always 1</source>
        <translation>immer 1</translation>
    </message>
    <message>
        <source>always a mistake</source>
        <translation>immer ein Fehler</translation>
    </message>
    <message>
        <source>an AIGER file begins with aag or aig</source>
        <translation>eine AIGER-Datei beginnt mit aag oder aig</translation>
    </message>
    <message>
        <source>an edge into {kind}</source>
        <translation>Verbindung zu {kind}</translation>
    </message>
    <message>
        <source>an example, as a subcircuit</source>
        <translation>ein Beispiel, als Teilschaltung</translation>
    </message>
    <message>
        <source>an instance is a model, and then pairs like port=net</source>
        <translation>eine Instanz ist ein Modell und dann Paare wie port=net</translation>
    </message>
    <message>
        <source>an instance of a definition</source>
        <translation>eine Instanz einer Definition</translation>
    </message>
    <message>
        <source>an integer of {bits} bits</source>
        <translation>eine ganze Zahl mit {bits} Bit</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>und %n weitere Zeile</numerusform>
            <numerusform>und %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>and {count} more problems</source>
        <translation>und {count} weitere Probleme</translation>
    </message>
    <message>
        <source>and {count} more that is left out</source>
        <translation>und {count} weitere Auslassungen</translation>
    </message>
    <message>
        <source>and {count} more: search for them</source>
        <translation>und {count} weitere: mit der Suche zu finden</translation>
    </message>
    <message>
        <source>arithmetic add and or processor</source>
        <translation>arithmetik addieren und oder prozessor rechenwerk</translation>
    </message>
    <message>
        <source>as the TLU</source>
        <translation>wie die TLU</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>at tick {tick}</source>
        <translation>bei Takt {tick}</translation>
    </message>
    <message>
        <source>at tick {tick}: {why}</source>
        <translation>bei Takt {tick}: {why}</translation>
    </message>
    <message>
        <source>bad states</source>
        <translation>schlechte Zustände</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>Bias {value}</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>can give -1</source>
        <translation>kann -1 ergeben</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>carries {value}</source>
        <translation>überträgt {value}</translation>
    </message>
    <message>
        <source>cell {name} is left out: it is not known</source>
        <translation>Zelle {name} ist unbekannt und wird weggelassen</translation>
    </message>
    <message>
        <source>choose select switch</source>
        <translation>wählen auswahl schalter</translation>
    </message>
    <message>
        <source>choose select switch data</source>
        <translation>wählen auswahl schalter daten</translation>
    </message>
    <message>
        <source>circuit {name} contains itself</source>
        <translation>Schaltung {name} enthält sich selbst</translation>
    </message>
    <message>
        <source>circuitsim JSON</source>
        <translation>circuitsim-JSON</translation>
    </message>
    <message>
        <source>circuitsim ended without saving these circuits. Open them again, or discard them.</source>
        <translation>circuitsim wurde beendet, ohne diese Schaltungen zu speichern. Wieder öffnen oder verwerfen.</translation>
    </message>
    <message>
        <source>clock {name} is an input here; flip-flops move with the tick</source>
        <translation>Taktgeber {name} ist hier ein Eingang; Flipflops schalten mit dem Takt</translation>
    </message>
    <message>
        <source>column {name!r} stands twice</source>
        <translation>Spalte {name!r} steht zweimal da</translation>
    </message>
    <message>
        <source>columns of more than two values are not read</source>
        <translation>Spalten mit mehr als zwei Werten werden nicht gelesen</translation>
    </message>
    <message>
        <source>comes from before the circuit was edited</source>
        <translation>stammt aus der Zeit, bevor die Schaltung bearbeitet wurde</translation>
    </message>
    <message>
        <source>compare less greater equal</source>
        <translation>vergleichen kleiner größer gleich</translation>
    </message>
    <message>
        <source>constant one always true power</source>
        <translation>konstante eins immer wahr</translation>
    </message>
    <message>
        <source>constraints</source>
        <translation>Nebenbedingungen</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>count clock</source>
        <translation>zählen takt</translation>
    </message>
    <message>
        <source>counts towards the threshold</source>
        <translation>zählt für die Schwelle</translation>
    </message>
    <message>
        <source>declares a document type, which is not read</source>
        <translation>deklariert einen Dokumenttyp; das wird nicht gelesen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>definition {name!r}</source>
        <translation>Definition {name!r}</translation>
    </message>
    <message>
        <source>definition {name!r} is in use by {names}; remove them first</source>
        <translation>Definition {name!r} wird von {names} verwendet; diese zuerst entfernen</translation>
    </message>
    <message>
        <source>definition {name!r} uses {child!r}, which is not defined{hint}</source>
        <translation>Definition {name!r} verwendet {child!r}, das nicht definiert ist{hint}</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <source>drive</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>ends before all that its header counts</source>
        <translation>endet, bevor alles da ist, was ihr Kopf zählt</translation>
    </message>
    <message>
        <source>equal on all {count:,} patterns</source>
        <translation>gleich bei allen {count} Mustern</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>eta: how far a mistake moves the weights</source>
        <translation>eta: wie weit ein Fehler die Gewichte bewegt</translation>
    </message>
    <message>
        <source>excitatory</source>
        <translation>erregend</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>expected a bit, not {text}</source>
        <translation>erwartet wird ein Bit, nicht {text}</translation>
    </message>
    <message>
        <source>expected a name, not {text}</source>
        <translation>erwartet wird ein Name, nicht {text}</translation>
    </message>
    <message>
        <source>expected a whole number, not {text}</source>
        <translation>erwartet wird eine ganze Zahl, nicht {text}</translation>
    </message>
    <message>
        <source>expected {word}, not {text}</source>
        <translation>erwartet wird {word}, nicht {text}</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>fairness</source>
        <translation>Fairnessbedingungen</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>feuert</translation>
    </message>
    <message>
        <source>fires when enough excitatory synapses are active</source>
        <translation>feuert, wenn genügend erregende Synapsen aktiv sind</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>from port</source>
        <translation>von Anschluss</translation>
    </message>
    <message>
        <source>gate threshold mcculloch pitts cell logic unit and or</source>
        <translation>gatter schwelle mcculloch pitts zelle logik einheit und oder</translation>
    </message>
    <message>
        <source>getting ready was cancelled; edit the circuit or open it again to run it</source>
        <translation>die Vorbereitung wurde abgebrochen; die Schaltung bearbeiten oder neu öffnen, um sie laufen zu lassen</translation>
    </message>
    <message>
        <source>gives {values}</source>
        <translation>gibt {values}</translation>
    </message>
    <message>
        <source>has more than {most:,} digits</source>
        <translation>hat mehr als {most} Stellen</translation>
    </message>
    <message>
        <source>has no .{key}: how many columns there are</source>
        <translation>hat kein .{key}: wie viele Spalten es gibt</translation>
    </message>
    <message>
        <source>has the unknown key {value}; it takes &apos;pattern&apos; and &apos;repeat&apos;</source>
        <translation>hat den unbekannten Schlüssel {value}; möglich sind &apos;pattern&apos; und &apos;repeat&apos;</translation>
    </message>
    <message>
        <source>has {count} cells for {wanted} columns</source>
        <translation>hat {count} Zellen für {wanted} Spalten</translation>
    </message>
    <message>
        <source>has {key!r} twice; keep one of them</source>
        <translation>hat {key!r} zweimal; eines davon entfernen</translation>
    </message>
    <message>
        <source>has {values} for {wanted}</source>
        <translation>hat {values} für {wanted}</translation>
    </message>
    <message>
        <source>heaviside</source>
        <translation>Heaviside</translation>
    </message>
    <message>
        <source>heaviside gives 0 or 1, and 1 at 0; sign gives -1, 0 or 1, and 0 at 0</source>
        <translation>Heaviside gibt 0 oder 1, bei 0 eine 1; Signum gibt -1, 0 oder 1, bei 0 eine 0</translation>
    </message>
    <message>
        <source>held at {value}</source>
        <translation>auf {value} gehalten</translation>
    </message>
    <message>
        <source>held by hand; press again to let its sequence play</source>
        <translation>von Hand gehalten; noch einmal drücken lässt die Folge spielen</translation>
    </message>
    <message>
        <source>holds half of a surrogate pair, which no file can carry</source>
        <translation>enthält die Hälfte eines Surrogatpaars, das keine Datei aufnehmen kann</translation>
    </message>
    <message>
        <source>holds no .model</source>
        <translation>enthält kein .model</translation>
    </message>
    <message>
        <source>holds no circuit</source>
        <translation>enthält keine Schaltung</translation>
    </message>
    <message>
        <source>holds no module</source>
        <translation>enthält kein Modul</translation>
    </message>
    <message>
        <source>holds no row with a state</source>
        <translation>enthält keine Zeile mit einem Zustand</translation>
    </message>
    <message>
        <source>how many excitatory synapses must be active</source>
        <translation>wie viele erregende Synapsen aktiv sein müssen</translation>
    </message>
    <message>
        <source>how many synapses lie side by side</source>
        <translation>wie viele Synapsen nebeneinander liegen</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>in definition {name}, </source>
        <translation>in Definition {name}: </translation>
    </message>
    <message>
        <source>inhibition</source>
        <translation>Hemmung</translation>
    </message>
    <message>
        <source>inhibitory</source>
        <translation>hemmend</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>Anfangswert</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>input {id!r} takes 0 or 1, not {value}; give it the domain &apos;real&apos; for other numbers</source>
        <translation>Eingang {id!r} nimmt 0 oder 1, nicht {value}; für andere Zahlen den Wertebereich „reell“ wählen</translation>
    </message>
    <message>
        <source>input {id!r} takes a finite number, not {value}</source>
        <translation>Eingang {id!r} nimmt eine endliche Zahl, nicht {value}</translation>
    </message>
    <message>
        <source>input {id!r} takes any number, so there is no truth table</source>
        <translation>Eingang {id!r} nimmt jede Zahl, also gibt es keine Wahrheitstabelle</translation>
    </message>
    <message>
        <source>input {id!r} takes any number; random rows are of 0 and 1</source>
        <translation>Eingang {id!r} nimmt jede Zahl; zufällige Zeilen bestehen aus 0 und 1</translation>
    </message>
    <message>
        <source>input {name!r} takes 0 or 1, not {value}; give it the domain &apos;real&apos; for more</source>
        <translation>Eingang {name!r} nimmt 0 oder 1, nicht {value}; für mehr den Wertebereich „reell“ wählen</translation>
    </message>
    <message>
        <source>input {name}</source>
        <translation>Eingang {name}</translation>
    </message>
    <message>
        <source>input {net} is the clock: every tick is one</source>
        <translation>Eingang {net} ist das Taktsignal: Jeder Takt ist eine Taktflanke</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>is 0 at tick 0: in unit-delay timing nothing has come in yet</source>
        <translation>ist bei Takt 0 noch 0: Bei Einheitsverzögerung ist noch nichts angekommen</translation>
    </message>
    <message>
        <source>is 0: nothing is connected to it</source>
        <translation>ist 0: Nichts ist damit verbunden</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a {definition}; it gives nothing, as it has no outputs</source>
        <translation>ist eine Instanz von {definition}; sie gibt nichts, denn sie hat keine Ausgänge</translation>
    </message>
    <message>
        <source>is a {definition}; it gives {values}</source>
        <translation>ist eine Instanz von {definition}; sie gibt {values}</translation>
    </message>
    <message>
        <source>is always 1</source>
        <translation>ist immer 1</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is given twice; keep one of them</source>
        <translation>steht zweimal da; eines davon entfernen</translation>
    </message>
    <message>
        <source>is given {value} from outside</source>
        <translation>bekommt {value} von außen</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing: it must be a list</source>
        <translation>fehlt: Es muss eine Liste sein</translation>
    </message>
    <message>
        <source>is missing: it must be the id of a node</source>
        <translation>fehlt: Es muss die Id eines Knotens sein</translation>
    </message>
    <message>
        <source>is missing: name the {side} of subcircuit {id!r}</source>
        <translation>fehlt: Den {side} der Teilschaltung {id!r} nennen</translation>
    </message>
    <message>
        <source>is missing: {owner} needs {what}</source>
        <translation>fehlt: {owner} braucht {what}</translation>
    </message>
    <message>
        <source>is nested too deeply to be a circuit</source>
        <translation>ist für eine Schaltung zu tief verschachtelt</translation>
    </message>
    <message>
        <source>is no project of Logisim</source>
        <translation>ist kein Logisim-Projekt</translation>
    </message>
    <message>
        <source>is not JSON: {problem} at line {line}, column {column}</source>
        <translation>ist kein JSON: {problem} (Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {byte})</source>
        <translation>ist kein UTF-8-Text (Byte {byte})</translation>
    </message>
    <message>
        <source>is not XML: {problem}</source>
        <translation>ist kein XML: {problem}</translation>
    </message>
    <message>
        <source>is not a circuit: it holds {found}, not an object</source>
        <translation>ist keine Schaltung: Darin ist {found} und kein Objekt</translation>
    </message>
    <message>
        <source>is nothing that {owner} has</source>
        <translation>gibt es hier nicht ({owner})</translation>
    </message>
    <message>
        <source>is of version {version}, newer than {known}; it is read as far as it is known</source>
        <translation>ist von Version {version}, neuer als {known}; sie wird gelesen, so weit sie bekannt ist</translation>
    </message>
    <message>
        <source>is too large for a float64</source>
        <translation>ist zu groß für eine Gleitkommazahl</translation>
    </message>
    <message>
        <source>is wider than {most} bits</source>
        <translation>ist breiter als {most} Bit</translation>
    </message>
    <message>
        <source>is {value} at tick 0, its initial value</source>
        <translation>ist bei Takt 0 {value}, sein Anfangswert</translation>
    </message>
    <message>
        <source>is {value}, as {cause} is</source>
        <translation>ist {value}, wie {cause}</translation>
    </message>
    <message>
        <source>is {value}, as {cause} was {value} at tick {tick}</source>
        <translation>ist {value}, denn {cause} war bei Takt {tick} {value}</translation>
    </message>
    <message>
        <source>is {version}, newer than the version {latest} that this circuitsim reads; update circuitsim to open it</source>
        <translation>ist {version} und damit neuer als Version {latest}, die dieses circuitsim liest; zum Öffnen circuitsim aktualisieren</translation>
    </message>
    <message>
        <source>it expects nothing</source>
        <translation>er erwartet nichts</translation>
    </message>
    <message>
        <source>it fires</source>
        <translation>sie feuert</translation>
    </message>
    <message>
        <source>it has a loop, so it has to be ticked until it rests</source>
        <translation>sie hat eine Schleife und muss deshalb Takt für Takt laufen, bis sie zur Ruhe kommt</translation>
    </message>
    <message>
        <source>it has more than {most:,} rows</source>
        <translation>er hat mehr als {most} Zeilen</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it is silent</source>
        <translation>sie feuert nicht</translation>
    </message>
    <message>
        <source>it may need more ticks than it is allowed</source>
        <translation>sie könnte mehr Takte brauchen, als ihr erlaubt sind</translation>
    </message>
    <message>
        <source>its one source, as a named result</source>
        <translation>seine eine Quelle, als benanntes Ergebnis</translation>
    </message>
    <message>
        <source>its value at tick 0</source>
        <translation>sein Wert bei Takt 0</translation>
    </message>
    <message>
        <source>justice</source>
        <translation>Gerechtigkeitsbedingungen</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>lamp light result probe sink</source>
        <translation>lampe licht ergebnis sonde senke</translation>
    </message>
    <message>
        <source>latch {net} follows a level ({kind}); it moves with the tick</source>
        <translation>Latch {net} folgt einem Pegel ({kind}); hier schaltet es mit dem Takt</translation>
    </message>
    <message>
        <source>latch {net}: the start value must be 0, 1 or {itself}</source>
        <translation>Latch {net}: Der Anfangswert muss 0, 1 oder {itself} sein</translation>
    </message>
    <message>
        <source>latch {net}: {text} is no type or start value</source>
        <translation>Latch {net}: {text} ist kein Typ oder Anfangswert</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>layer {layer!r} is fed by itself, through {names}: a layer that is trained must stand behind everything that feeds it; cut the loop, or take those TLUs out of the layer</source>
        <translation>Schicht {layer!r} wird von sich selbst gespeist, über {names}: Eine Schicht, die trainiert wird, muss hinter allem stehen, was sie speist; die Schleife auftrennen oder diese TLUs aus der Schicht nehmen</translation>
    </message>
    <message>
        <source>layer {name!r}</source>
        <translation>Schicht {name!r}</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>line {number}: this is not JSON: {problem}</source>
        <translation>Zeile {number}: Das ist kein JSON: {problem}</translation>
    </message>
    <message>
        <source>line {number}: {problem}</source>
        <translation>Zeile {number}: {problem}</translation>
    </message>
    <message>
        <source>makes {rate} Hz</source>
        <translation>macht {rate} Hz</translation>
    </message>
    <message>
        <source>memory register latch z-1 wait tick store synaptic</source>
        <translation>speicher register latch z-1 warten takt merken synaptisch</translation>
    </message>
    <message>
        <source>memory store remember bit clock edge</source>
        <translation>speicher merken bit takt flanke</translation>
    </message>
    <message>
        <source>memory store remember set reset bit</source>
        <translation>speicher merken setzen rücksetzen bit</translation>
    </message>
    <message>
        <source>memory store remember shift</source>
        <translation>speicher merken schieben</translation>
    </message>
    <message>
        <source>model {name} is a black box; its outputs are 0</source>
        <translation>Modell {name} ist eine Blackbox; seine Ausgänge sind 0</translation>
    </message>
    <message>
        <source>module {name} is not in this file; what {instance} drives is 0</source>
        <translation>Modul {name} steht nicht in dieser Datei; was {instance} treibt, ist 0</translation>
    </message>
    <message>
        <source>module {name} is taken for the whole: it is the last that no other uses</source>
        <translation>Modul {name} gilt als das Ganze: Es ist das letzte, das kein anderes verwendet</translation>
    </message>
    <message>
        <source>more than 10**18</source>
        <translation>mehr als 10**18</translation>
    </message>
    <message>
        <source>multiply product times arithmetic</source>
        <translation>multiplizieren produkt mal arithmetik</translation>
    </message>
    <message>
        <source>must be [x, y]</source>
        <translation>muss [x, y] sein</translation>
    </message>
    <message>
        <source>must be [x, y], or [x, y, degrees]</source>
        <translation>muss [x, y] oder [x, y, Grad] sein</translation>
    </message>
    <message>
        <source>must be a finite number, not {value}</source>
        <translation>muss eine endliche Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a kind of node, not {value}</source>
        <translation>muss eine Knotenart sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a list of ids, and has {found}</source>
        <translation>muss eine Liste von Ids sein, darin ist aber {found}</translation>
    </message>
    <message>
        <source>must be a list, not {found}</source>
        <translation>muss eine Liste sein, nicht {found}</translation>
    </message>
    <message>
        <source>must be a number, not {value}</source>
        <translation>muss eine Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be a string like &quot;01 1&quot;, or two lists like [[0, 1], [1]]</source>
        <translation>muss ein Text wie &quot;01 1&quot; sein oder zwei Listen wie [[0, 1], [1]]</translation>
    </message>
    <message>
        <source>must be a version from 1 to {latest}</source>
        <translation>muss eine Version von 1 bis {latest} sein</translation>
    </message>
    <message>
        <source>must be an id</source>
        <translation>muss eine Id sein</translation>
    </message>
    <message>
        <source>must be an integer, not {value}</source>
        <translation>muss eine ganze Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be an object, not {found}</source>
        <translation>muss ein Objekt sein, nicht {found}</translation>
    </message>
    <message>
        <source>must be from 1 to {most}, not {value}</source>
        <translation>muss zwischen 1 und {most} liegen, nicht {value}</translation>
    </message>
    <message>
        <source>must be like {{&apos;pattern&apos;: &apos;01&apos;, &apos;repeat&apos;: true}}, not {value}</source>
        <translation>muss wie {{&apos;pattern&apos;: &apos;01&apos;, &apos;repeat&apos;: true}} aussehen, nicht {value}</translation>
    </message>
    <message>
        <source>must be printable characters without white space, not {value}</source>
        <translation>muss aus druckbaren Zeichen ohne Leerraum bestehen, nicht {value}</translation>
    </message>
    <message>
        <source>must be text, not {value}</source>
        <translation>muss Text sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be the id of a node, not {found}</source>
        <translation>muss die Id eines Knotens sein, nicht {found}</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be {count} whole numbers, not {text}</source>
        <translation>muss aus {count} ganzen Zahlen bestehen, nicht aus {text}</translation>
    </message>
    <message>
        <source>must be {inputs} symbols 0 or 1, a blank, and {outputs} of 0, 1 or -, not {row}</source>
        <translation>muss aus {inputs} Zeichen 0 oder 1, einem Leerzeichen und {outputs} Zeichen 0, 1 oder - bestehen, nicht {row}</translation>
    </message>
    <message>
        <source>must be {options}</source>
        <translation>muss {options} sein</translation>
    </message>
    <message>
        <source>must be {options}, not {value}</source>
        <translation>muss {options} sein, nicht {value}</translation>
    </message>
    <message>
        <source>must be {word!r}; this is not a circuitsim file</source>
        <translation>muss {word!r} sein; dies ist keine circuitsim-Datei</translation>
    </message>
    <message>
        <source>must have a pattern of 0 and 1, not {value}</source>
        <translation>muss ein Muster aus 0 und 1 haben, nicht {value}</translation>
    </message>
    <message>
        <source>must have true or false for repeat, not {value}</source>
        <translation>muss für repeat true oder false haben, nicht {value}</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>net {net} goes in and out; only one way is read</source>
        <translation>Netz {net} führt hinein und hinaus; gelesen wird nur eine Richtung</translation>
    </message>
    <message>
        <source>net {net} has no bit {bit}</source>
        <translation>Netz {net} hat kein Bit {bit}</translation>
    </message>
    <message>
        <source>net {net} has no driver; it is taken as 0</source>
        <translation>Netz {net} hat keinen Treiber; es gilt als 0</translation>
    </message>
    <message>
        <source>net {net} is a vector; one bit of it is needed here</source>
        <translation>Netz {net} ist ein Vektor; hier wird ein Bit davon gebraucht</translation>
    </message>
    <message>
        <source>net {net} is driven twice</source>
        <translation>Netz {net} wird zweimal getrieben</translation>
    </message>
    <message>
        <source>net {net} is driven twice; the first time in line {line}</source>
        <translation>Netz {net} wird zweimal getrieben; das erste Mal in Zeile {line}</translation>
    </message>
    <message>
        <source>net {net}: a row has {count} symbols 0, 1 or - and then 0 or 1, not {text}</source>
        <translation>Netz {net}: Eine Zeile hat {count} Zeichen 0, 1 oder - und dann 0 oder 1, nicht {text}</translation>
    </message>
    <message>
        <source>net {net}: a source is missing or has no comma</source>
        <translation>Netz {net}: Eine Quelle fehlt oder hat kein Komma</translation>
    </message>
    <message>
        <source>net {net}: its gate has no source</source>
        <translation>Netz {net}: Sein Gatter hat keine Quelle</translation>
    </message>
    <message>
        <source>net {net}: its rows give both 0 and 1; a cover gives one of them</source>
        <translation>Netz {net}: Seine Zeilen geben sowohl 0 als auch 1; eine Überdeckung gibt nur eines davon</translation>
    </message>
    <message>
        <source>net {net}: the table {table} does not fit {count} sources</source>
        <translation>Netz {net}: Die Tabelle {table} passt nicht zu {count} Quellen</translation>
    </message>
    <message>
        <source>net {net}: there is no gate {word}</source>
        <translation>Netz {net}: Es gibt kein Gatter {word}</translation>
    </message>
    <message>
        <source>net {net}: {count} sources do not fit {word}</source>
        <translation>Netz {net}: {count} Quellen passen nicht zu {word}</translation>
    </message>
    <message>
        <source>net {net}: {word} with several outputs is not read</source>
        <translation>Netz {net}: {word} mit mehreren Ausgängen wird nicht gelesen</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>keine Endung</translation>
    </message>
    <message>
        <source>no inputs</source>
        <translation>keine Eingänge</translation>
    </message>
    <message>
        <source>no machine code can be made here ({problem}); use engine=&apos;words&apos;</source>
        <translation>hier lässt sich kein Maschinencode erzeugen ({problem}); engine=&apos;words&apos; verwenden</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>not equal: for {given} {outputs}</source>
        <translation>nicht gleich: bei {given} {outputs}</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>not settled after {ticks:,} ticks, and no state came back either; allow more (max_ticks), or step the circuit through time with a Simulator</source>
        <translation>nach {ticks} Takten nicht eingeschwungen, und es kam auch kein Zustand wieder; mehr Takte erlauben (max_ticks) oder die Schaltung Takt für Takt laufen lassen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>nothing drives this loop of outputs and ports: {names}; put a neuron or a delay into it, or remove a connection</source>
        <translation>nichts treibt diese Schleife aus Ausgängen und Anschlüssen: {names}; ein Neuron oder eine Verzögerung einsetzen oder eine Verbindung entfernen</translation>
    </message>
    <message>
        <source>nothing goes out of {id}</source>
        <translation>aus {id} führt nichts heraus</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>odd even xor check</source>
        <translation>ungerade gerade xor prüfen</translation>
    </message>
    <message>
        <source>of</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>one circuit has {one} {what} ({ours}), the other {other} ({theirs})</source>
        <translation>die eine Schaltung hat {one} {what} ({ours}), die andere {other} ({theirs})</translation>
    </message>
    <message>
        <source>one inhibitor vetoes (absolute), or takes one excitation away (relative)</source>
        <translation>eine Hemmung legt ein Veto ein (absolut) oder hebt eine Erregung auf (relativ)</translation>
    </message>
    <message>
        <source>one pulse prevents firing</source>
        <translation>ein Impuls verhindert das Feuern</translation>
    </message>
    <message>
        <source>only a sequence of 0 and 1 can be kept in the circuit; that of {id!r} has other numbers</source>
        <translation>nur eine Folge aus 0 und 1 kann in die Schaltung übernommen werden; die von {id!r} hat andere Zahlen</translation>
    </message>
    <message>
        <source>only flip-flops are read: always @(posedge clock) net &lt;= source;</source>
        <translation>gelesen werden nur Flipflops: always @(posedge clock) net &lt;= source;</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>output {net} is named twice; it is one output</source>
        <translation>Ausgang {net} wird zweimal genannt; es ist ein einziger Ausgang</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>parameters are not read</source>
        <translation>Parameter werden nicht gelesen</translation>
    </message>
    <message>
        <source>parts that are not known are left out: {names}</source>
        <translation>unbekannte Bauteile werden weggelassen: {names}</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>pass: {right} of {count} right</source>
        <translation>richtig: {right} von {count} richtig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>perceptron weight rosenblatt linear classifier sum step</source>
        <translation>perzeptron gewicht rosenblatt linear klassifikator summe sprung schwelle</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>plays {sequence}</source>
        <translation>spielt {sequence}</translation>
    </message>
    <message>
        <source>plays {sequence}, in this run only</source>
        <translation>spielt {sequence}, nur in diesem Lauf</translation>
    </message>
    <message>
        <source>plays {value} at tick {tick}, from its sequence {pattern}</source>
        <translation>spielt {value} bei Takt {tick}, aus seiner Folge {pattern}</translation>
    </message>
    <message>
        <source>port {name} is a vector; only bits are connected here</source>
        <translation>Anschluss {name} ist ein Vektor; hier werden nur Bits verbunden</translation>
    </message>
    <message>
        <source>port {name} of module {module} has no direction</source>
        <translation>Anschluss {name} von Modul {module} hat keine Richtung</translation>
    </message>
    <message>
        <source>press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>random noise pseudo</source>
        <translation>zufall rauschen pseudo</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>real</source>
        <translation>reell</translation>
    </message>
    <message>
        <source>recently used</source>
        <translation>zuletzt benutzt</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativ</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>rows come after .i and .o</source>
        <translation>Zeilen kommen nach .i und .o</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>says that there are {count} columns, and has no such rows</source>
        <translation>nennt {count} Spalten und hat keine solchen Zeilen</translation>
    </message>
    <message>
        <source>select nodes that compute something: neurons, TLUs, subcircuits or outputs</source>
        <translation>Knoten auswählen, die etwas berechnen: Neuronen, TLUs, Teilschaltungen oder Ausgänge</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>settled timing</source>
        <translation>Einschwingen je Takt</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Signum</translation>
    </message>
    <message>
        <source>sign: −1, 0 or 1</source>
        <translation>Signum: −1, 0 oder 1</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>feuert nicht</translation>
    </message>
    <message>
        <source>some rows pulse the clock and others do not</source>
        <translation>einige Zeilen geben dem Taktsignal einen Impuls, andere nicht</translation>
    </message>
    <message>
        <source>starts at {value}</source>
        <translation>beginnt mit {value}</translation>
    </message>
    <message>
        <source>state {number}</source>
        <translation>Zustand {number}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Sprungfunktion</translation>
    </message>
    <message>
        <source>subcircuit</source>
        <translation>Teilschaltung</translation>
    </message>
    <message>
        <source>switch button key source sensor variable clock drive</source>
        <translation>schalter knopf taste quelle sensor variable taktgeber folge</translation>
    </message>
    <message>
        <source>takes any number</source>
        <translation>nimmt jede Zahl</translation>
    </message>
    <message>
        <source>test {name!r}</source>
        <translation>Test {name!r}</translation>
    </message>
    <message>
        <source>test {name!r}, row {number}</source>
        <translation>Test {name!r}, Zeile {number}</translation>
    </message>
    <message>
        <source>test {number}</source>
        <translation>Test {number}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the File menu</source>
        <translation>das Menü Datei</translation>
    </message>
    <message>
        <source>the Insert menu</source>
        <translation>das Menü Einfügen</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>die Zelle ist leer</translation>
    </message>
    <message>
        <source>the circuits have other {what}: {names}</source>
        <translation>die Schaltungen haben verschiedene {what}: {names}</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>the ending {ending!r}</source>
        <translation>die Endung {ending!r}</translation>
    </message>
    <message>
        <source>the header counts {inside} variables, and M is {most}</source>
        <translation>der Kopf zählt {inside} Variablen, und M ist {most}</translation>
    </message>
    <message>
        <source>the header must be 5 to 9 counts: M I L O A B C J F</source>
        <translation>der Kopf muss aus 5 bis 9 Anzahlen bestehen: M I L O A B C J F</translation>
    </message>
    <message>
        <source>the loop of {count} nodes {names}</source>
        <translation>die Schleife aus {count} Knoten {names}</translation>
    </message>
    <message>
        <source>the loop through {names} has no delay; put one into it, or give the circuit the timing {timing!r}</source>
        <translation>die Schleife durch {names} hat keine Verzögerung; eine einsetzen oder der Schaltung das Zeitverhalten {timing!r} geben</translation>
    </message>
    <message>
        <source>the name of its definition</source>
        <translation>der Name ihrer Definition</translation>
    </message>
    <message>
        <source>the picture would be too large for a PNG: export it as SVG or PDF</source>
        <translation>das Bild wäre zu groß für ein PNG: als SVG oder PDF exportieren</translation>
    </message>
    <message>
        <source>the port {port!r} of {id!r}</source>
        <translation>der Anschluss {port!r} von {id!r}</translation>
    </message>
    <message>
        <source>the ports have more bits than a file of this length is read for</source>
        <translation>die Anschlüsse haben mehr Bits, als bei einer Datei dieser Länge gelesen werden</translation>
    </message>
    <message>
        <source>the results of {count:,} patterns take {size:.1f} GB, more than there is; take them block by block (run_blocks, or batch)</source>
        <translation>die Ergebnisse von {count:,} Mustern brauchen {size:.1f} GB, mehr als da ist; nehmen Sie sie Block für Block (run_blocks oder batch)</translation>
    </message>
    <message>
        <source>the run goes from tick {first} to tick {tick}</source>
        <translation>der Lauf geht von Takt {first} bis Takt {tick}</translation>
    </message>
    <message>
        <source>the run has reached tick {tick}</source>
        <translation>der Lauf ist bei Takt {tick} angekommen</translation>
    </message>
    <message>
        <source>the selection</source>
        <translation>die Auswahl</translation>
    </message>
    <message>
        <source>the self-loop {names}</source>
        <translation>die Selbstschleife {names}</translation>
    </message>
    <message>
        <source>the splitter says {text}, which is not read</source>
        <translation>der Splitter sagt {text}; das wird nicht gelesen</translation>
    </message>
    <message>
        <source>the test {name} is left out: {reason}</source>
        <translation>der Test {name} wird weggelassen: {reason}</translation>
    </message>
    <message>
        <source>the test {name}: outputs that change with the inputs are not checked where these change</source>
        <translation>der Test {name}: Ausgänge, die sich mit den Eingängen ändern, werden nicht geprüft, wo diese wechseln</translation>
    </message>
    <message>
        <source>the weights left the range of floating-point numbers in epoch {epoch}; scale the data, or take a smaller eta0</source>
        <translation>die Gewichte haben in Epoche {epoch} den Bereich der Gleitkommazahlen verlassen; die Daten skalieren oder ein kleineres eta0 nehmen</translation>
    </message>
    <message>
        <source>there are clocks {names}; every latch moves with the tick</source>
        <translation>es gibt die Taktsignale {names}; jedes Latch schaltet mit dem Takt</translation>
    </message>
    <message>
        <source>there are no outputs; the bad states are taken for them</source>
        <translation>es gibt keine Ausgänge; dafür werden die schlechten Zustände genommen</translation>
    </message>
    <message>
        <source>there are {left} and {right} {what}</source>
        <translation>es gibt {left} und {right} {what}</translation>
    </message>
    <message>
        <source>there are {names} names for {count} columns</source>
        <translation>es gibt {names} Namen für {count} Spalten</translation>
    </message>
    <message>
        <source>there is a definition {name!r} already; choose another name</source>
        <translation>es gibt schon eine Definition {name!r}; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>there is a different definition {name!r} already; choose another name</source>
        <translation>es gibt schon eine andere Definition {name!r}; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>there is a layer {name!r} already; choose another name</source>
        <translation>es gibt schon eine Schicht {name!r}; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>there is a model {name} already</source>
        <translation>es gibt schon ein Modell {name}</translation>
    </message>
    <message>
        <source>there is a module {name} already</source>
        <translation>es gibt schon ein Modul {name}</translation>
    </message>
    <message>
        <source>there is a node {id!r} already; choose another id</source>
        <translation>es gibt schon einen Knoten {id!r}; eine andere Id wählen</translation>
    </message>
    <message>
        <source>there is no definition {name!r}</source>
        <translation>es gibt keine Definition {name!r}</translation>
    </message>
    <message>
        <source>there is no definition {name!r}{hint}</source>
        <translation>es gibt keine Definition {name!r}{hint}</translation>
    </message>
    <message>
        <source>there is no engine {engine!r}; it is {engines}</source>
        <translation>es gibt keine Engine {engine!r}; möglich ist {engines}</translation>
    </message>
    <message>
        <source>there is no node {id!a}</source>
        <translation>es gibt keinen Knoten {id!a}</translation>
    </message>
    <message>
        <source>there is no node {id!r}</source>
        <translation>es gibt keinen Knoten {id!r}</translation>
    </message>
    <message>
        <source>there is no node {id!r}{hint}</source>
        <translation>es gibt keinen Knoten {id!r}{hint}</translation>
    </message>
    <message>
        <source>there is no port {name}</source>
        <translation>es gibt keinen Anschluss {name}</translation>
    </message>
    <message>
        <source>there is no state {name} to start in</source>
        <translation>es gibt keinen Zustand {name}, in dem begonnen werden könnte</translation>
    </message>
    <message>
        <source>there is no subcircuit {id!r}</source>
        <translation>es gibt keine Teilschaltung {id!r}</translation>
    </message>
    <message>
        <source>there is no such node</source>
        <translation>diesen Knoten gibt es nicht</translation>
    </message>
    <message>
        <source>there is no type {text}</source>
        <translation>es gibt keinen Typ {text}</translation>
    </message>
    <message>
        <source>there is no {kind} {name!r}</source>
        <translation>es gibt keinen {kind} {name!r}</translation>
    </message>
    <message>
        <source>this circuit has no machine code: {reason}; use engine=&apos;auto&apos;</source>
        <translation>für diese Schaltung gibt es keinen Maschinencode: {reason}; engine=&apos;auto&apos; verwenden</translation>
    </message>
    <message>
        <source>this condition is nested too deep; make it simpler</source>
        <translation>diese Bedingung ist zu tief verschachtelt; einfacher schreiben</translation>
    </message>
    <message>
        <source>this is tick {tick}, where the run begins; there is nothing to go back to</source>
        <translation>dies ist Takt {tick}, wo der Lauf beginnt; davor gibt es nichts, wohin man zurückgehen könnte</translation>
    </message>
    <message>
        <source>this proof needs a SAT solver, which is not installed (pip install &apos;circuitsim[sat]&apos;)</source>
        <translation>dieser Beweis braucht einen SAT-Solver, der nicht installiert ist (pip install &apos;circuitsim[sat]&apos;)</translation>
    </message>
    <message>
        <source>this snapshot is of another circuit; take a new one</source>
        <translation>diese Momentaufnahme ist von einer anderen Schaltung; eine neue machen</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>threshold {value}</source>
        <translation>Schwelle {value}</translation>
    </message>
    <message>
        <source>tick {number}</source>
        <translation>Takt {number}</translation>
    </message>
    <message>
        <source>tick {tick} is not in the past: {reached}</source>
        <translation>Takt {tick} liegt nicht in der Vergangenheit: {reached}</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>Zeitverhalten</translation>
    </message>
    <message>
        <source>tlu</source>
        <translation>TLU</translation>
    </message>
    <message>
        <source>to</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>to port</source>
        <translation>zu Anschluss</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>truth table</source>
        <translation>Wahrheitstabelle</translation>
    </message>
    <message>
        <source>truth table {number}</source>
        <translation>Wahrheitstabelle {number}</translation>
    </message>
    <message>
        <source>type a sequence, like 0110</source>
        <translation>eine Folge tippen, wie 0110</translation>
    </message>
    <message>
        <source>unfolded, the circuit has {count} nodes, more than the limit of {largest:,}; use fewer nested instances, or raise the limit (compile(..., largest=...))</source>
        <translation>ausgefaltet hat die Schaltung {count} Knoten, mehr als die Grenze von {largest}; weniger verschachtelte Instanzen verwenden oder die Grenze anheben (compile(..., largest=...))</translation>
    </message>
    <message>
        <source>unfolds to more than {most:,} gates</source>
        <translation>ausgefaltet ergeben sich mehr als {most} Gatter</translation>
    </message>
    <message>
        <source>unit-delay timing</source>
        <translation>Einheitsverzögerung</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>various</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>various: {values}</source>
        <translation>verschieden: {values}</translation>
    </message>
    <message>
        <source>veto negate not block prevent negative minus stop</source>
        <translation>veto verneinen nicht sperren verhindern negativ minus stopp hemmung</translation>
    </message>
    <message>
        <source>vote most</source>
        <translation>abstimmung meiste mehrheit</translation>
    </message>
    <message>
        <source>was {keys}</source>
        <translation>war {keys}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>weight of {source}</source>
        <translation>Gewicht von {source}</translation>
    </message>
    <message>
        <source>weight {value}</source>
        <translation>Gewicht {value}</translation>
    </message>
    <message>
        <source>what it takes: 0 and 1, or any finite number</source>
        <translation>was er nimmt: 0 und 1 oder jede endliche Zahl</translation>
    </message>
    <message>
        <source>what its source was a tick ago</source>
        <translation>was ihre Quelle einen Takt zuvor war</translation>
    </message>
    <message>
        <source>what the value is multiplied by</source>
        <translation>womit der Wert multipliziert wird</translation>
    </message>
    <message>
        <source>whether it excites or inhibits</source>
        <translation>ob sie erregt oder hemmt</translation>
    </message>
    <message>
        <source>wire connect synapse arrow positive plus</source>
        <translation>leitung verbinden synapse pfeil positiv plus erregung</translation>
    </message>
    <message>
        <source>with these inputs the circuit never comes to rest: it repeats every {period} ticks, and {names} keep changing; step it through time with a Simulator instead, or break the loop</source>
        <translation>mit diesen Eingängen kommt die Schaltung nie zur Ruhe: Sie wiederholt sich alle {period} Takte, und {names} ändern sich immer weiter; sie Takt für Takt laufen lassen oder die Schleife auftrennen</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>y − ŷ: how often η x is added</source>
        <translation>y − ŷ: wie oft η x addiert wird</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>{count} je Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>{count} connections</source>
        <translation>
            <numerusform>{count} Verbindung</numerusform>
            <numerusform>{count} Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} input values</source>
        <translation>{count} Eingangswerte</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} Eingänge</translation>
    </message>
    <message>
        <source>{count} inputs do not fit {part}</source>
        <translation>{count} Eingänge passen nicht zu {part}</translation>
    </message>
    <message>
        <source>{count} inputs have 2**{count} patterns, more than the limit of 2**{most}; run random ones instead (sample, or batch --random)</source>
        <translation>{count} Eingänge haben 2**{count} Muster, mehr als die Grenze von 2**{most}; stattdessen zufällige laufen lassen (sample oder batch --random)</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{count} nodes</source>
        <translation>
            <numerusform>{count} Knoten</numerusform>
            <numerusform>{count} Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {all} rows never come to rest; they show ~</source>
        <translation>{count} von {all} Zeilen kommen nie zur Ruhe; sie zeigen ~</translation>
    </message>
    <message>
        <source>{count} other sources</source>
        <translation>{count} weitere Quellen</translation>
    </message>
    <message>
        <source>{count} output values</source>
        <translation>{count} Ausgangswerte</translation>
    </message>
    <message>
        <source>{count} outputs</source>
        <translation>{count} Ausgänge</translation>
    </message>
    <message>
        <source>{count} rows are many for a test: choose some first, or type what to expect.</source>
        <translation>{count} Zeilen sind viele für einen Test: zuerst einige wählen oder tippen, was erwartet wird.</translation>
    </message>
    <message>
        <source>{end} has a source already, and takes one; remove the other edge first</source>
        <translation>{end} hat schon eine Quelle und nimmt nur eine; zuerst die andere Verbindung entfernen</translation>
    </message>
    <message>
        <source>{file}: waves are saved as .csv, .vcd or .svg</source>
        <translation>{file}: Signalverläufe werden als .csv, .vcd oder .svg gespeichert</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{id!r} can be another number than 0 and 1</source>
        <translation>{id!r} kann eine andere Zahl als 0 und 1 sein</translation>
    </message>
    <message>
        <source>{id!r} can mean more than one node; name it as a tuple: {paths}</source>
        <translation>{id!r} kann mehr als einen Knoten meinen; als Tupel nennen: {paths}</translation>
    </message>
    <message>
        <source>{id!r} is an output, and nothing goes out of an output; connect its source instead</source>
        <translation>{id!r} ist ein Ausgang, und aus einem Ausgang führt nichts heraus; stattdessen seine Quelle verbinden</translation>
    </message>
    <message>
        <source>{id!r} is taken by another node; ids are unique</source>
        <translation>{id!r} gehört schon einem anderen Knoten; Ids sind eindeutig</translation>
    </message>
    <message>
        <source>{id!r} is {kind}, which has no named ports; leave it out</source>
        <translation>{id!r} ist vom Typ {kind}, der keine benannten Anschlüsse hat; weglassen</translation>
    </message>
    <message>
        <source>{id!r} is {kind}, which takes no connection</source>
        <translation>{id!r} ist vom Typ {kind}, der keine Verbindung annimmt</translation>
    </message>
    <message>
        <source>{id!r} is {kind}; a layer is made of TLUs</source>
        <translation>{id!r} ist vom Typ {kind}; eine Schicht besteht aus TLUs</translation>
    </message>
    <message>
        <source>{id!r} plays no sequence in this run; give it one first</source>
        <translation>{id!r} spielt in diesem Lauf keine Folge; zuerst eine geben</translation>
    </message>
    <message>
        <source>{id!r} stands twice in the layer</source>
        <translation>{id!r} steht zweimal in der Schicht</translation>
    </message>
    <message>
        <source>{id!r} sums {count} weights that float64 rounds</source>
        <translation>{id!r} summiert {count} Gewichte, die float64 rundet</translation>
    </message>
    <message>
        <source>{id} is no subcircuit; select one to unpack</source>
        <translation>{id} ist keine Teilschaltung; zum Auflösen eine auswählen</translation>
    </message>
    <message>
        <source>{id} is {found:g}, not {wanted:g}</source>
        <translation>{id} ist {found:g}, nicht {wanted:g}</translation>
    </message>
    <message>
        <source>{id} takes a value as it is; only a neuron or a threshold logic unit can be inhibited</source>
        <translation>{id} nimmt einen Wert, wie er ist; hemmen lässt sich nur ein Neuron oder ein Schwellenwertelement</translation>
    </message>
    <message>
        <source>{id} takes no connection</source>
        <translation>{id} nimmt keine Verbindung an</translation>
    </message>
    <message>
        <source>{inputs}, all others at 0</source>
        <translation>{inputs}, alle anderen auf 0</translation>
    </message>
    <message>
        <source>{keys} belongs to {others}.</source>
        <translation>{keys} gehört zu {others}.</translation>
    </message>
    <message>
        <source>{key} is fixed ({what}): choose another key.</source>
        <translation>{key} ist fest ({what}): eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>{literal} is no literal here: M is {most}</source>
        <translation>{literal} ist hier kein Literal: M ist {most}</translation>
    </message>
    <message>
        <source>{loop} has no delay, so it cannot settle; put a delay into it, or give the circuit the timing &apos;unit-delay&apos;</source>
        <translation>{loop} hat keine Verzögerung und kann deshalb nicht einschwingen; eine Verzögerung einsetzen oder der Schaltung Einheitsverzögerung geben</translation>
    </message>
    <message>
        <source>{menu} menu</source>
        <translation>Menü {menu}</translation>
    </message>
    <message>
        <source>{name!r} is also a different definition inside the circuit; choose another name</source>
        <translation>{name!r} ist auch eine andere Definition in der Schaltung; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>{name!r} stands twice</source>
        <translation>{name!r} steht zweimal da</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>{names} start at an unknown value; they start at 0</source>
        <translation>der Anfangswert von {names} ist unbekannt; genommen wird 0</translation>
    </message>
    <message>
        <source>{name}   tick {tick}</source>
        <translation>{name}   Takt {tick}</translation>
    </message>
    <message>
        <source>{name}   tick {tick}   (of the circuit before an edit)</source>
        <translation>{name}   Takt {tick}   (der Schaltung vor einer Änderung)</translation>
    </message>
    <message>
        <source>{name} follows a level; it moves with the tick</source>
        <translation>{name} folgt einem Pegel; hier schaltet es mit dem Takt</translation>
    </message>
    <message>
        <source>{name} has a shape whose pins are not known, and is left out</source>
        <translation>{name} hat eine Form, deren Pins nicht bekannt sind, und wird weggelassen</translation>
    </message>
    <message>
        <source>{name} has {count} pins for {ports} ports</source>
        <translation>{name} hat {count} Pins für {ports} Anschlüsse</translation>
    </message>
    <message>
        <source>{name} is no {side} of subcircuit {id}</source>
        <translation>{name} ist kein {side} der Teilschaltung {id}</translation>
    </message>
    <message>
        <source>{name} is not moved by a clock; it moves with the tick</source>
        <translation>{name} wird von keinem Taktgeber geschaltet; hier schaltet es mit dem Takt</translation>
    </message>
    <message>
        <source>{name} must be a whole number, {least} or more, not {value!r}</source>
        <translation>{name} muss eine ganze Zahl ab {least} sein, nicht {value!r}</translation>
    </message>
    <message>
        <source>{name}, or another file…</source>
        <translation>{name} oder eine andere Datei…</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>{parameter} of {name}</source>
        <translation>{parameter} von {name}</translation>
    </message>
    <message>
        <source>{parameter} of {source} to {target}</source>
        <translation>{parameter} von {source} zu {target}</translation>
    </message>
    <message>
        <source>{part} has {bits} bits; at most {most} are read</source>
        <translation>{part} hat {bits} Bit; gelesen werden höchstens {most}</translation>
    </message>
    <message numerus="yes">
        <source>{passed} of %n tests pass</source>
        <translation>
            <numerusform>{passed} von %n Test richtig</numerusform>
            <numerusform>{passed} von %n Tests richtig</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} has changed since it was opened or saved here.</source>
        <translation>{path} hat sich geändert, seit die Datei hier geöffnet oder gespeichert wurde.</translation>
    </message>
    <message>
        <source>{path} is an example that ships with circuitsim: save in another file.</source>
        <translation>{path} ist ein mitgeliefertes Beispiel: in einer anderen Datei speichern.</translation>
    </message>
    <message>
        <source>{path} is open in another tab: close it there first, or save in another file.</source>
        <translation>{path} ist in einem anderen Tab offen: dort zuerst schließen oder in einer anderen Datei speichern.</translation>
    </message>
    <message>
        <source>{path} is open in another window. This is a copy: saving it asks for a place.</source>
        <translation>{path} ist in einem anderen Programmfenster offen. Dies ist eine Kopie: Beim Speichern wird nach einem Ort gefragt.</translation>
    </message>
    <message>
        <source>{path} is open in another window: close it there, or save in another file.</source>
        <translation>{path} ist in einem anderen Programmfenster offen: dort schließen oder in einer anderen Datei speichern.</translation>
    </message>
    <message>
        <source>{path} was removed or cannot be read. The circuit is still open here: save it to keep it.</source>
        <translation>{path} wurde entfernt oder kann nicht gelesen werden. Die Schaltung ist hier noch offen: Speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column!r}: {problem}</source>
        <translation>{path}, Zeile {line}, Spalte {column!r}: {problem}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {problem}</source>
        <translation>{path}, Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column!r}: must be 0 or 1, not {value}</source>
        <translation>{path}, Zeile {row}, Spalte {column!r}: muss 0 oder 1 sein, nicht {value}</translation>
    </message>
    <message>
        <source>{path}: a picture is written as {endings} or {last}</source>
        <translation>{path}: Ein Bild wird als {endings} oder {last} geschrieben</translation>
    </message>
    <message>
        <source>{path}: cannot be read: {reason}</source>
        <translation>{path}: kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{path}: cannot be written: {reason}; nothing was changed</source>
        <translation>{path}: kann nicht geschrieben werden: {reason}; nichts wurde verändert</translation>
    </message>
    <message>
        <source>{path}: goes on for {count} ticks of {step} time units; say how long a tick is (--step)</source>
        <translation>{path}: dauert {count} Takte von je {step} Zeiteinheiten; angeben, wie lang ein Takt ist (--step)</translation>
    </message>
    <message>
        <source>{path}: has no column besides {names} to learn from</source>
        <translation>{path}: hat außer {names} keine Spalte, aus der sich lernen ließe</translation>
    </message>
    <message>
        <source>{path}: has no rows below the names of the columns</source>
        <translation>{path}: hat unter den Namen der Spalten keine Zeilen</translation>
    </message>
    <message>
        <source>{path}: has {ending}; files that circuitsim can {verb} end in {names}</source>
        <translation>{path}: hat {ending}; Dateien, die circuitsim {verb} kann, enden auf {names}</translation>
    </message>
    <message>
        <source>{path}: holds none of the inputs {names}</source>
        <translation>{path}: enthält keinen der Eingänge {names}</translation>
    </message>
    <message>
        <source>{path}: is empty; its first line must name the columns</source>
        <translation>{path}: ist leer; die erste Zeile muss die Spalten nennen</translation>
    </message>
    <message>
        <source>{path}: is no VCD: {problem}</source>
        <translation>{path}: ist kein VCD: {problem}</translation>
    </message>
    <message>
        <source>{path}: is not text</source>
        <translation>{path}: ist kein Text</translation>
    </message>
    <message>
        <source>{path}: there is no column {name!r}{hint}</source>
        <translation>{path}: es gibt keine Spalte {name!r}{hint}</translation>
    </message>
    <message>
        <source>{path}: there is nothing to draw</source>
        <translation>{path}: Es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>{path}: {count} values that are neither 0 nor 1 are 0</source>
        <translation>{path}: {count} Werte, die weder 0 noch 1 sind, gelten als 0</translation>
    </message>
    <message>
        <source>{path}: {problem}</source>
        <translation>{path}: {problem}</translation>
    </message>
    <message>
        <source>{pattern} repeating</source>
        <translation>{pattern} wiederholt</translation>
    </message>
    <message>
        <source>{plays}, repeated</source>
        <translation>{plays}, wiederholt</translation>
    </message>
    <message>
        <source>{problem}. Make room or get leave to write there, or save in another place.</source>
        <translation>{problem}. Platz schaffen, Schreibrecht besorgen oder an einem anderen Ort speichern.</translation>
    </message>
    <message>
        <source>{sequence} repeated</source>
        <translation>{sequence} wiederholt</translation>
    </message>
    <message>
        <source>{source!r} to {target!r}</source>
        <translation>{source!r} zu {target!r}</translation>
    </message>
    <message>
        <source>{source} to {target} carries a value as it is; there is nothing to set</source>
        <translation>{source} zu {target} überträgt einen Wert, wie er ist; da gibt es nichts einzustellen</translation>
    </message>
    <message>
        <source>{sum}, but {causes} inhibit</source>
        <translation>{sum}, aber {causes} hemmen</translation>
    </message>
    <message>
        <source>{sum}, but {cause} inhibits</source>
        <translation>{sum}, aber {cause} hemmt</translation>
    </message>
    <message>
        <source>{sum}, no inhibitor active</source>
        <translation>{sum}, keine Hemmung aktiv</translation>
    </message>
    <message>
        <source>{text!r} is not a number; write it like 2, 0.5, 0,5 or 1/3</source>
        <translation>{text!r} ist keine Zahl; zum Beispiel so schreiben: 2, 0,5, 0.5 oder 1/3</translation>
    </message>
    <message>
        <source>{text} belongs to no cover</source>
        <translation>{text} gehört zu keiner Überdeckung</translation>
    </message>
    <message>
        <source>{text} cannot stand in a condition; it is made of names, numbers, and, or, not, comparisons, +, - and *</source>
        <translation>{text} kann nicht in einer Bedingung stehen; sie besteht aus Namen, Zahlen, and, or, not, Vergleichen, +, - und *</translation>
    </message>
    <message>
        <source>{text} is neither INPUT(net), OUTPUT(net) nor net = GATE(net, ...)</source>
        <translation>{text} ist weder INPUT(net) noch OUTPUT(net) noch net = GATE(net, ...)</translation>
    </message>
    <message>
        <source>{text} is no bit; it is taken as 0</source>
        <translation>{text} ist kein Bit; es gilt als 0</translation>
    </message>
    <message>
        <source>{text} is no symbol like {example}</source>
        <translation>{text} ist kein Symbol wie {example}</translation>
    </message>
    <message>
        <source>{text} is not a condition: it is nested too deep or holds a null character</source>
        <translation>{text} ist keine Bedingung: zu tief verschachtelt, oder es enthält ein Nullzeichen</translation>
    </message>
    <message>
        <source>{text} is not a condition{where}; write it like: carry and not a</source>
        <translation>{text} ist keine Bedingung{where}; so schreibt man sie: carry and not a</translation>
    </message>
    <message>
        <source>{text} is not read</source>
        <translation>{text} wird nicht gelesen</translation>
    </message>
    <message>
        <source>{text} stands where an expression of bits cannot go on</source>
        <translation>{text} steht da, wo ein Ausdruck aus Bits nicht weitergehen kann</translation>
    </message>
    <message>
        <source>{tip}. A delay is put into {where}, all in one undo step</source>
        <translation>{tip}. Eine Verzögerung wird in {where} eingesetzt, alles in einem Schritt</translation>
    </message>
    <message>
        <source>{title} Panel</source>
        <translation>{title}</translation>
    </message>
    <message numerus="yes">
        <source>{tlu} can learn this: a line separates the two classes with a margin of {margin}. From weights of 0 that takes at most %n corrections (Novikoff).</source>
        <translation>
            <numerusform>{tlu} kann das lernen: Eine Gerade trennt die zwei Klassen mit einem Rand von {margin}. Von Gewichten 0 aus braucht das höchstens %n Korrektur (Novikoff).</numerusform>
            <numerusform>{tlu} kann das lernen: Eine Gerade trennt die zwei Klassen mit einem Rand von {margin}. Von Gewichten 0 aus braucht das höchstens %n Korrekturen (Novikoff).</numerusform>
        </translation>
    </message>
    <message>
        <source>{tlu} can learn this: all its targets are the same.</source>
        <translation>{tlu} kann das lernen: Alle Sollwerte sind gleich.</translation>
    </message>
    <message>
        <source>{tlu} cannot learn this, as far as floats can tell: the proof would be too long.</source>
        <translation>{tlu} kann das nicht lernen, soweit Gleitkommazahlen es sagen können: Der Beweis wäre zu lang.</translation>
    </message>
    <message>
        <source>{tlu} cannot learn this: {equation}. What should fire is on the left, what should not on the right, and both sides have the same sum: no weights tell them apart.</source>
        <translation>{tlu} kann das nicht lernen: {equation}. Links steht, was feuern soll, rechts, was nicht, und beide Seiten haben dieselbe Summe: Keine Gewichte unterscheiden sie.</translation>
    </message>
    <message>
        <source>{tlu} says</source>
        <translation>{tlu} sagt</translation>
    </message>
    <message>
        <source>{tlu} should</source>
        <translation>{tlu} soll</translation>
    </message>
    <message>
        <source>{typed} is no expectation: type a 0, a 1 or a - for each output: {outputs}</source>
        <translation>{typed} ist keine Erwartung: für jeden Ausgang eine 0, eine 1 oder ein - eingeben: {outputs}</translation>
    </message>
    <message>
        <source>{value} (bias)</source>
        <translation>{value} (Bias)</translation>
    </message>
    <message>
        <source>{value} ({cause} twice)</source>
        <translation>{value} ({cause} zweimal)</translation>
    </message>
    <message>
        <source>{value} ({cause} {count} times)</source>
        <translation>{value} ({cause} {count}-mal)</translation>
    </message>
    <message>
        <source>{value} ({count} other sources)</source>
        <translation>{value} ({count} weitere Quellen)</translation>
    </message>
    <message>
        <source>{what} has no port {port}</source>
        <translation>{what} hat keinen Anschluss {port}</translation>
    </message>
    <message>
        <source>{what} is no model of this file; what it drives is 0</source>
        <translation>{what} ist kein Modell dieser Datei; was es treibt, ist 0</translation>
    </message>
    <message>
        <source>{what}: left out, since that is no logic</source>
        <translation>{what}: weggelassen, denn das ist keine Logik</translation>
    </message>
    <message>
        <source>{where} has no port {port!r}, which {source!r} to {target!r} uses; remove that edge first</source>
        <translation>{where} hat keinen Anschluss {port!r}, den {source!r} zu {target!r} verwendet; diese Verbindung zuerst entfernen</translation>
    </message>
    <message>
        <source>{where}{kind} {id!r} {why}; a netlist of gates knows 0 and 1 alone</source>
        <translation>{where}{kind} {id!r} {why}; eine Netzliste aus Gattern kennt nur 0 und 1</translation>
    </message>
    <message>
        <source>{why}: fires</source>
        <translation>{why}: feuert</translation>
    </message>
    <message>
        <source>{why}: gives {value}</source>
        <translation>{why}: gibt {value}</translation>
    </message>
    <message>
        <source>{why}: silent</source>
        <translation>{why}: feuert nicht</translation>
    </message>
    <message>
        <source>{word} is left out: it is not known</source>
        <translation>{word} ist unbekannt und wird weggelassen</translation>
    </message>
    <message>
        <source>{word} names no net</source>
        <translation>{word} nennt kein Netz</translation>
    </message>
    <message>
        <source>{word} stands outside a .model</source>
        <translation>{word} steht außerhalb eines .model</translation>
    </message>
    <message>
        <source>{word} takes one whole number</source>
        <translation>{word} nimmt eine ganze Zahl</translation>
    </message>
    <message>
        <source>{word} takes one whole number, before the rows</source>
        <translation>{word} nimmt eine ganze Zahl, vor den Zeilen</translation>
    </message>
    <message>
        <source>{word} takes two nets</source>
        <translation>{word} nimmt zwei Netze</translation>
    </message>
    <message>
        <source>{word}: other files are not read</source>
        <translation>{word}: Andere Dateien werden nicht gelesen</translation>
    </message>
    <message>
        <source>{word}: what follows is left out</source>
        <translation>{word}: Was folgt, wird weggelassen</translation>
    </message>
    <message>
        <source>Δ bias</source>
        <translation>Δ Bias</translation>
    </message>
    <message>
        <source>η</source>
        <translation>η</translation>
    </message>
    <message>
        <source>›  editing the definition {name}, for every instance of it</source>
        <translation>›  bearbeitet wird die Definition {name}, für alle ihre Instanzen</translation>
    </message>
    <message>
        <source>□ start   ★ now   grey: right for all instances met so far   green: the remaining solutions.</source>
        <translation>□ Anfang   ★ jetzt   grau: richtig für alle bisherigen Muster   grün: die übrigen Lösungen.</translation>
    </message>
    <message>
        <source>✕ should fire   ● should be silent   ○ wrong now   □ this instance</source>
        <translation>✕ soll feuern   ● soll nicht feuern   ○ jetzt falsch   □ dieses Muster</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>1943, figure 1a: a relay</source>
        <translation>1943, Abbildung 1a: ein Relais</translation>
    </message>
    <message>
        <source>1943, figure 1b: or</source>
        <translation>1943, Abbildung 1b: oder</translation>
    </message>
    <message>
        <source>1943, figure 1c: and</source>
        <translation>1943, Abbildung 1c: und</translation>
    </message>
    <message>
        <source>1943, figure 1d: and not</source>
        <translation>1943, Abbildung 1d: und nicht</translation>
    </message>
    <message>
        <source>1943, figure 1e: the illusion of heat</source>
        <translation>1943, Abbildung 1e: die Wärmetäuschung</translation>
    </message>
    <message>
        <source>1943, figure 1f: relative inhibition, and its replacement</source>
        <translation>1943, Abbildung 1f: relative Hemmung und ihr Ersatz</translation>
    </message>
    <message>
        <source>1943, figure 1g: inhibition with a memory</source>
        <translation>1943, Abbildung 1g: Hemmung mit Gedächtnis</translation>
    </message>
    <message>
        <source>1943, figure 1h: temporal summation</source>
        <translation>1943, Abbildung 1h: zeitliche Summation</translation>
    </message>
    <message>
        <source>1943, figure 1i: learning as a circle</source>
        <translation>1943, Abbildung 1i: Lernen als Kreis</translation>
    </message>
    <message>
        <source>A (projection)</source>
        <translation>A (Projektion)</translation>
    </message>
    <message>
        <source>A TLU weighs its inputs, adds its bias, and fires when the sum is at least 0. Here the sum is 2·x1 + x2 - 3·x3 - 1. The inputs take any numbers, not only 0 and 1: set them and look for the values at which the output flips. A sum of exactly 0 fires. Figure 10-4 of Géron&apos;s &quot;Hands-On Machine Learning&quot; draws this unit.</source>
        <translation>Eine TLU gewichtet ihre Eingänge, addiert ihren Bias und feuert, wenn die Summe mindestens 0 ist. Hier ist die Summe 2·x1 + x2 - 3·x3 - 1. Die Eingänge nehmen beliebige Zahlen, nicht nur 0 und 1: Sie setzen und die Werte suchen, bei denen der Ausgang kippt. Eine Summe von genau 0 feuert. Abbildung 10-4 in Géron, „Hands-On Machine Learning“ zeigt dieses Element.</translation>
    </message>
    <message>
        <source>A and not B</source>
        <translation>A und nicht B</translation>
    </message>
    <message>
        <source>A brief touch of cold is felt as heat, a longer one as cold. N3(t) = N1(t-1) or (N2(t-3) and not N2(t-2)); N4(t) = N2(t-2) and N2(t-1). Neuron a remembers the cold for a tick, and b fires when the cold was there and has gone. `heat_and_cold` is the same net with names that say what is felt. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1e.</source>
        <translation>Eine kurze Berührung mit Kaltem wird als Wärme empfunden, eine längere als Kälte. N3(t) = N1(t-1) oder (N2(t-3) und nicht N2(t-2)); N4(t) = N2(t-2) und N2(t-1). Neuron a merkt sich die Kälte für einen Takt, und b feuert, wenn die Kälte da war und gegangen ist. `heat_and_cold` ist dasselbe Netz mit Namen, die sagen, was empfunden wird. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1e.</translation>
    </message>
    <message>
        <source>A coin opens the turnstile, and a push through it locks it again. There is one neuron for every pair of state and symbol, and exactly one of them fires in each tick: it needs its symbol and a neuron that has just led to its state. Pulse `start` with the first symbol and give a coin or a push in every tick; two ticks later `free` says that the turnstile is open, and `blocked` that somebody pushed in vain. Minsky (1967) shows that every finite-state machine is such a net.</source>
        <translation>Eine Münze öffnet das Drehkreuz, und wer hindurchgeht, verriegelt es wieder. Für jedes Paar aus Zustand und Zeichen gibt es ein Neuron, und in jedem Takt feuert genau eines davon: Es braucht sein Zeichen und ein Neuron, das gerade in seinen Zustand geführt hat. `start` mit dem ersten Zeichen einen Impuls geben und in jedem Takt eine Münze oder einen Stoß; zwei Takte später sagt `free`, dass das Drehkreuz offen ist, und `blocked`, dass jemand vergeblich gedrückt hat. Minsky (1967) zeigt, dass jeder endliche Automat so ein Netz ist.</translation>
    </message>
    <message>
        <source>A cold object held to the skin for a moment feels hot, and held longer it feels cold. McCulloch and Pitts explained this illusion with four neurons and nothing but time (1943, figure 1e). Press `cold` for one tick, and `felt_heat` fires three ticks later; press it for two ticks, and `felt_cold` fires. The neuron `was_cold` remembers one tick, and `gone` notices that the cold has ended after one.</source>
        <translation>Ein kalter Gegenstand, kurz an die Haut gehalten, fühlt sich heiß an, länger gehalten kalt. McCulloch und Pitts haben diese Täuschung mit vier Neuronen und nichts als Zeit erklärt (1943, Abbildung 1e). `cold` für einen Takt drücken, und `felt_heat` feuert drei Takte später; für zwei Takte, und `felt_cold` feuert. Das Neuron `was_cold` merkt sich einen Takt, und `gone` bemerkt, dass die Kälte nach einem aufgehört hat.</translation>
    </message>
    <message>
        <source>A implies B</source>
        <translation>A impliziert B</translation>
    </message>
    <message>
        <source>A number from 0 to 15 lights the seven segments of a hexadecimal digit. The box finds the digit (0 to 9, A, b, C, d, E, F) and makes one of sixteen lines active; each segment neuron has threshold 0, so it is lit unless a digit that leaves it dark inhibits it. The 8 inhibits nothing. Segment a is the top, b and c are on the right, d is the bottom, e and f are on the left, g is the middle.</source>
        <translation>Eine Zahl von 0 bis 15 lässt die sieben Segmente einer Hexadezimalziffer leuchten. Der Kasten findet die Ziffer (0 bis 9, A, b, C, d, E, F) und macht eine von sechzehn Leitungen aktiv; jedes Segmentneuron hat Schwelle 0, leuchtet also, wenn keine Ziffer, die es dunkel lässt, es hemmt. Die 8 hemmt nichts. Segment a ist oben, b und c sind rechts, d ist unten, e und f sind links, g ist in der Mitte.</translation>
    </message>
    <message>
        <source>A number of four bits turns into Gray code. There neighbouring numbers differ in one bit only. Each digit is the XOR of a bit with the one above it, made of two TLUs; the top digit is the top bit. Count up from 0000 and see that one output changes at a time. Frank Gray patented it in 1953; a dial that stands between two positions cannot show a wrong third one.</source>
        <translation>Eine Zahl von vier Bit wird zu Gray-Code. Darin unterscheiden sich benachbarte Zahlen in nur einem Bit. Jede Ziffer ist das XOR eines Bits mit dem darüber, aus zwei TLUs gebaut; die oberste Ziffer ist das oberste Bit. Von 0000 hochzählen, und es wechselt immer nur ein Ausgang. Frank Gray hat ihn 1953 patentieren lassen; eine Skala, die zwischen zwei Stellungen steht, kann so keine falsche dritte zeigen.</translation>
    </message>
    <message>
        <source>A number of three bits makes one of eight outputs active, the one that it counts. Each neuron is excited by the bits that must be 1, with a threshold that asks for all of them, and inhibited by those that must be 0. Neuron `is0` has threshold 0: it fires unless a bit prevents it.</source>
        <translation>Eine Zahl von drei Bit macht einen von acht Ausgängen aktiv, den mit ihrer Nummer. Jedes Neuron wird von den Bits erregt, die 1 sein müssen, mit einer Schwelle, die sie alle verlangt, und von denen gehemmt, die 0 sein müssen. Das Neuron `is0` hat Schwelle 0: Es feuert, wenn kein Bit es verhindert.</translation>
    </message>
    <message>
        <source>A proposal passes with 12 of 17 votes, as in the Council of the EEC of 1958. Germany, France and Italy have four votes each, Belgium and the Netherlands two, Luxembourg one; votes are parallel synapses, and the quota is the threshold. Try to find a vote that Luxembourg decides. There is none: the others can never have exactly 11. The weights of a neuron need not show who has power.</source>
        <translation>Ein Vorschlag ist mit 12 von 17 Stimmen angenommen, wie im Rat der EWG von 1958. Deutschland, Frankreich und Italien haben je vier Stimmen, Belgien und die Niederlande zwei, Luxemburg eine; Stimmen sind parallele Synapsen, und die nötige Mehrheit ist die Schwelle. Man suche eine Abstimmung, die Luxemburg entscheidet. Es gibt keine: Die anderen können nie genau 11 haben. Die Gewichte eines Neurons müssen nicht zeigen, wer Macht hat.</translation>
    </message>
    <message>
        <source>A pulse is remembered for four ticks and then forgotten. Three relays pass it on, and the neuron `recent` fires as long as the pulse is anywhere on the way. A new pulse within that time prolongs the memory. Compare it with the circle of `sr_latch`, which never forgets.</source>
        <translation>Ein Impuls wird vier Takte lang gemerkt und dann vergessen. Drei Relais reichen ihn weiter, und das Neuron `recent` feuert, solange der Impuls irgendwo unterwegs ist. Ein neuer Impuls in dieser Zeit verlängert die Erinnerung. Zum Vergleich: Der Kreis von `sr_latch` vergisst nie.</translation>
    </message>
    <message>
        <source>A pulse runs round a ring of four neurons for ever, one neuron a tick. So the ring counts ticks modulo 4. `start` puts a pulse into the ring and `clear` inhibits all four neurons. Start it twice and two pulses run behind each other: a ring of n neurons holds n bits.</source>
        <translation>Ein Impuls läuft für immer in einem Ring von vier Neuronen um, ein Neuron je Takt. Der Ring zählt also Takte modulo 4. `start` setzt einen Impuls in den Ring, und `clear` hemmt alle vier Neuronen. Zweimal gestartet laufen zwei Impulse hintereinander her: Ein Ring aus n Neuronen hält n Bits.</translation>
    </message>
    <message>
        <source>A pulse takes one tick for each neuron that it passes. The three outputs tap the line after one, three and five neurons: `after5` is `x` as it was five ticks ago. Pulses follow each other without mixing, so the line stores the last five symbols.</source>
        <translation>Ein Impuls braucht einen Takt für jedes Neuron, durch das er geht. Die drei Ausgänge zapfen die Leitung nach einem, drei und fünf Neuronen an: `after5` ist `x` vor fünf Takten. Impulse folgen einander, ohne sich zu mischen, also speichert die Leitung die letzten fünf Zeichen.</translation>
    </message>
    <message>
        <source>A race between two paths</source>
        <translation>Ein Wettlauf zweier Wege</translation>
    </message>
    <message>
        <source>A single TLU cannot learn XOR from a and b: no line separates 01 and 10 from 00 and 11. Put two fixed McCulloch-Pitts neurons before it, as Rosenblatt&apos;s association units are, one that fires for both inputs and one for at least one of them, and the layer behind them learns it at once. The layer is called `response`. Its weights were learned by Rosenblatt&apos;s rule from zero, with eta = 1, in five epochs and seven corrections.</source>
        <translation>Eine einzelne TLU kann XOR aus a und b nicht lernen: Keine Gerade trennt 01 und 10 von 00 und 11. Stehen zwei feste McCulloch-Pitts-Neuronen davor, wie Rosenblatts Assoziationseinheiten, eines, das für beide Eingänge feuert, und eines für mindestens einen, lernt die Schicht dahinter es sofort. Die Schicht heißt `response`. Ihre Gewichte hat Rosenblatts Regel von null aus gelernt, mit eta = 1, in fünf Epochen und sieben Korrekturen.</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>UND</translation>
    </message>
    <message>
        <source>Adder, 4 bits</source>
        <translation>Addierer, 4 Bit</translation>
    </message>
    <message>
        <source>Adder, 8 bits</source>
        <translation>Addierer, 8 Bit</translation>
    </message>
    <message>
        <source>Arithmetic and logic unit, 4 bits</source>
        <translation>Rechenwerk (ALU), 4 Bit</translation>
    </message>
    <message>
        <source>At every clock edge with `enable` the flip-flop takes `d` in; otherwise it keeps its bit. Every tick is a clock edge: the box with the delay holds the bit for a tick. The neuron `load` lets `d` through when `enable` is active, and `keep` lets the old bit through when it is not.</source>
        <translation>Bei jeder Taktflanke mit `enable` nimmt das Flipflop `d` auf; sonst behält es sein Bit. Jeder Takt ist eine Taktflanke: Der Kasten mit der Verzögerung hält das Bit für einen Takt. Das Neuron `load` lässt `d` durch, wenn `enable` aktiv ist, und `keep` lässt das alte Bit durch, wenn nicht.</translation>
    </message>
    <message>
        <source>B (projection)</source>
        <translation>B (Projektion)</translation>
    </message>
    <message>
        <source>B and not A</source>
        <translation>B und nicht A</translation>
    </message>
    <message>
        <source>B implies A</source>
        <translation>B impliziert A</translation>
    </message>
    <message>
        <source>Binary scaler</source>
        <translation>Binärer Untersetzer</translation>
    </message>
    <message>
        <source>Blinker</source>
        <translation>Blinker</translation>
    </message>
    <message>
        <source>C fires when A does and B does not. A excites C through two synapses; B has an inhibitory one, and a single active inhibitory synapse prevents firing however strong the excitation is. From figure 10-3 of Géron&apos;s &quot;Hands-On Machine Learning&quot;.</source>
        <translation>C feuert, wenn A feuert und B nicht. A erregt C über zwei Synapsen; B hat eine hemmende, und eine einzige aktive hemmende Synapse verhindert das Feuern, wie stark die Erregung auch ist. Nach Abbildung 10-3 in Géron, „Hands-On Machine Learning“.</translation>
    </message>
    <message>
        <source>C fires when A does not. A neuron without excitation is silent, so something has to excite it all the time: a bias neuron, which is always active. A then only has to prevent the firing. Géron&apos;s &quot;Hands-On Machine Learning&quot; has the same circuit: A and not B, with a neuron that never rests in the place of A.</source>
        <translation>C feuert, wenn A nicht feuert. Ein Neuron ohne Erregung ruht, also muss etwas es die ganze Zeit erregen: ein Bias-Neuron, das immer aktiv ist. A muss dann nur noch das Feuern verhindern. In Géron, „Hands-On Machine Learning“ steht dieselbe Schaltung: A und nicht B, mit einem nie ruhenden Neuron an der Stelle von A.</translation>
    </message>
    <message>
        <source>C fires when A does. A reaches C through two synapses, and C needs two active ones to fire (threshold 2). Take one synapse away and C never fires again. From figure 10-3 of Géron&apos;s &quot;Hands-On Machine Learning&quot;, after McCulloch and Pitts (1943).</source>
        <translation>C feuert, wenn A feuert. A erreicht C über zwei Synapsen, und C braucht zwei aktive zum Feuern (Schwelle 2). Ohne eine der Synapsen feuert C nie mehr. Nach Abbildung 10-3 in Géron, „Hands-On Machine Learning“, nach McCulloch und Pitts (1943).</translation>
    </message>
    <message>
        <source>C fires when A or B does, or both. Each of them has two synapses on C, so that one alone reaches the threshold of 2. Compare it with `and`: only the number of synapses differs. From figure 10-3 of Géron&apos;s &quot;Hands-On Machine Learning&quot;.</source>
        <translation>C feuert, wenn A oder B oder beide feuern. Jedes von ihnen hat zwei Synapsen an C, sodass eines allein die Schwelle von 2 erreicht. Zum Vergleich: `and` unterscheidet sich nur in der Zahl der Synapsen. Nach Abbildung 10-3 in Géron, „Hands-On Machine Learning“.</translation>
    </message>
    <message>
        <source>C fires when both A and B do. Each of them has one synapse on C and the threshold is 2, so one alone is not enough. From figure 10-3 of Géron&apos;s &quot;Hands-On Machine Learning&quot;.</source>
        <translation>C feuert, wenn A und B beide feuern. Jedes hat eine Synapse an C, und die Schwelle ist 2; eines allein reicht also nicht. Nach Abbildung 10-3 in Géron, „Hands-On Machine Learning“.</translation>
    </message>
    <message>
        <source>Carry in one gate</source>
        <translation>Übertrag in einem Gatter</translation>
    </message>
    <message>
        <source>Comparator, 4 bits</source>
        <translation>Vergleicher, 4 Bit</translation>
    </message>
    <message>
        <source>Counter, 4 bits</source>
        <translation>Zähler, 4 Bit</translation>
    </message>
    <message>
        <source>D flip-flop</source>
        <translation>D-Flipflop</translation>
    </message>
    <message>
        <source>D latch</source>
        <translation>D-Latch</translation>
    </message>
    <message>
        <source>Debouncer</source>
        <translation>Entpreller</translation>
    </message>
    <message>
        <source>Decimal counter (BCD)</source>
        <translation>Dezimalzähler (BCD)</translation>
    </message>
    <message>
        <source>Decoder, 3 to 8</source>
        <translation>Dekodierer, 3 zu 8</translation>
    </message>
    <message>
        <source>Delay line</source>
        <translation>Verzögerungsleitung</translation>
    </message>
    <message>
        <source>Digit reader</source>
        <translation>Ziffernleser</translation>
    </message>
    <message>
        <source>Edge detector</source>
        <translation>Flankendetektor</translation>
    </message>
    <message>
        <source>False (never)</source>
        <translation>Falsch (nie)</translation>
    </message>
    <message>
        <source>Four delays and an XOR run through all patterns but 0000, in a scrambled order. At every tick the bits move on by one, and the XOR of the last two goes in at the front (the polynomial x^4 + x^3 + 1). `noise` looks random, with eight ones and seven zeros in each round. The first delay starts at 1, for from 0000 the register would never leave.</source>
        <translation>Vier Verzögerungen und ein XOR durchlaufen alle Muster außer 0000, in verwürfelter Reihenfolge. In jedem Takt rücken die Bits um eins weiter, und das XOR der letzten zwei kommt vorn hinein (das Polynom x^4 + x^3 + 1). `noise` sieht zufällig aus, mit acht Einsen und sieben Nullen in jeder Runde. Die erste Verzögerung beginnt mit 1, denn aus 0000 käme das Register nie heraus.</translation>
    </message>
    <message>
        <source>Four delays fill with ones and then empty again, one bit at a time. They stand in a row, and the last comes back to the first turned over, which gives eight steps. A neuron with threshold 0 does the turning: it fires unless it is inhibited. A tick is a clock edge; there are no inputs, so just let it run.</source>
        <translation>Vier Verzögerungen füllen sich mit Einsen und leeren sich wieder, ein Bit nach dem anderen. Sie stehen in einer Reihe, und die letzte kommt umgekehrt zur ersten zurück; das gibt acht Schritte. Das Umkehren besorgt ein Neuron mit Schwelle 0: Es feuert, wenn es nicht gehemmt wird. Ein Takt ist eine Taktflanke; Eingänge gibt es keine, also einfach laufen lassen.</translation>
    </message>
    <message>
        <source>Four flip-flops hand their bits on to the right. At every clock edge with `shift` each takes over the bit of its neighbour, and the first takes `data`. Without `shift` all keep their bits. It turns bits that come one after another into bits side by side. Each box is the circuit `d_flip_flop`. A tick is a clock edge.</source>
        <translation>Vier Flipflops geben ihre Bits nach rechts weiter. Bei jeder Taktflanke mit `shift` übernimmt jedes das Bit seines Nachbarn, und das erste nimmt `data`. Ohne `shift` behalten alle ihre Bits. Es macht aus Bits, die nacheinander kommen, Bits nebeneinander. Jeder Kasten ist die Schaltung `d_flip_flop`. Ein Takt ist eine Taktflanke.</translation>
    </message>
    <message>
        <source>Four full adders add two numbers of four bits. Each takes a digit of both numbers and the carry of the place below it: 0110 + 0111 = 1101 is 6 + 7 = 13. Open a box to see the four neurons of `full_adder`; they are drawn once and used four times.</source>
        <translation>Vier Volladdierer addieren zwei Zahlen von vier Bit. Jeder nimmt eine Ziffer beider Zahlen und den Übertrag der Stelle darunter: 0110 + 0111 = 1101 ist 6 + 7 = 13. Ein Blick in einen Kasten zeigt die vier Neuronen von `full_adder`; sie sind einmal gezeichnet und viermal verwendet.</translation>
    </message>
    <message>
        <source>Four neurons add three bits. All three inputs excite `two` and `three`, which count: they fire from two and from three active inputs on. `only_one` fires unless `two` prevents it. The sum digit is active for one or three inputs, the carry for two or three.</source>
        <translation>Vier Neuronen addieren drei Bits. Alle drei Eingänge erregen `two` und `three`, die zählen: Sie feuern ab zwei und ab drei aktiven Eingängen. `only_one` feuert, wenn `two` es nicht verhindert. Die Ziffer der Summe ist bei einem oder drei Eingängen aktiv, der Übertrag bei zwei oder drei.</translation>
    </message>
    <message>
        <source>Four words are kept, and the address says which of them is read and written. Each has four flip-flops. Four neurons decode the address; a selected word stores the data at the clock edge when `write` is active, and shows its bits all the time; four neurons at the end gather the words. Open a word to see its flip-flops. A tick is a clock edge.</source>
        <translation>Vier Wörter werden aufgehoben, und die Adresse sagt, welches gelesen und geschrieben wird. Jedes hat vier Flipflops. Vier Neuronen dekodieren die Adresse; ein gewähltes Wort speichert die Daten an der Taktflanke, wenn `write` aktiv ist, und zeigt seine Bits die ganze Zeit; vier Neuronen am Ende sammeln die Wörter ein. Ein Blick in ein Wort zeigt seine Flipflops. Ein Takt ist eine Taktflanke.</translation>
    </message>
    <message>
        <source>Full adder</source>
        <translation>Volladdierer</translation>
    </message>
    <message>
        <source>Full adder of two TLUs</source>
        <translation>Volladdierer aus zwei TLUs</translation>
    </message>
    <message>
        <source>Gray code</source>
        <translation>Gray-Code</translation>
    </message>
    <message>
        <source>Greater or equal in one gate</source>
        <translation>Größer oder gleich in einem Gatter</translation>
    </message>
    <message>
        <source>Half adder</source>
        <translation>Halbaddierer</translation>
    </message>
    <message>
        <source>Heat and cold</source>
        <translation>Wärme und Kälte</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Iris setosa</source>
        <translation>Iris setosa</translation>
    </message>
    <message>
        <source>J sets the bit, K resets it, both together turn it over, and with neither it stays. Every tick is a clock edge: the delay holds the bit for a tick. `turn_on` fires for J when the bit is off, `stay_on` for the bit when K is not active; no case is forbidden, as it is in an SR latch.</source>
        <translation>J setzt das Bit, K setzt es zurück, beide zusammen kehren es um, und ohne beide bleibt es. Jeder Takt ist eine Taktflanke: Die Verzögerung hält das Bit für einen Takt. `turn_on` feuert für J, wenn das Bit aus ist, `stay_on` für das Bit, wenn K nicht aktiv ist; kein Fall ist verboten, anders als beim SR-Latch.</translation>
    </message>
    <message>
        <source>JK flip-flop</source>
        <translation>JK-Flipflop</translation>
    </message>
    <message>
        <source>Johnson counter</source>
        <translation>Johnson-Zähler</translation>
    </message>
    <message>
        <source>Linear feedback shift register</source>
        <translation>Linear rückgekoppeltes Schieberegister</translation>
    </message>
    <message>
        <source>Majority of five</source>
        <translation>Mehrheit von fünf</translation>
    </message>
    <message>
        <source>Memory, 4 words of 4 bits</source>
        <translation>Speicher, 4 Wörter von 4 Bit</translation>
    </message>
    <message>
        <source>Mirror symmetry</source>
        <translation>Spiegelsymmetrie</translation>
    </message>
    <message>
        <source>Multiplexer, 4 to 1</source>
        <translation>Multiplexer, 4 zu 1</translation>
    </message>
    <message>
        <source>Multiplier, 4 bits</source>
        <translation>Multiplizierer, 4 Bit</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>NAND</translation>
    </message>
    <message>
        <source>NOR</source>
        <translation>NOR</translation>
    </message>
    <message>
        <source>NOT</source>
        <translation>NICHT</translation>
    </message>
    <message>
        <source>Neuron 2 fires when N1 fires twice in a row: N2(t) = N1(t-1) and N1(t-2). A relay brings the earlier pulse to neuron 2 together with the later one, and so summation over time is replaced by summation over space (Theorem 6). McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1h.</source>
        <translation>Neuron 2 feuert, wenn N1 zweimal hintereinander feuert: N2(t) = N1(t-1) und N1(t-2). Ein Relais bringt den früheren Impuls mit dem späteren zusammen zu Neuron 2, und so wird Summation über die Zeit durch Summation über den Raum ersetzt (Theorem 6). McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1h.</translation>
    </message>
    <message>
        <source>Neuron 2 repeats neuron 1 one tick later: N2(t) = N1(t-1). Two end bulbs of neuron 1 excite it, and two are needed (threshold 2). Every neuron delays by one tick, so a chain of these is a delay line. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1a.</source>
        <translation>Neuron 2 wiederholt Neuron 1 einen Takt später: N2(t) = N1(t-1). Zwei Endknöpfchen von Neuron 1 erregen es, und zwei sind nötig (Schwelle 2). Jedes Neuron verzögert um einen Takt, also ist eine Kette von diesen eine Verzögerungsleitung. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1a.</translation>
    </message>
    <message>
        <source>Neuron 3 fires one tick after neuron 1 or neuron 2: N3(t) = N1(t-1) or N2(t-1). Each has two end bulbs on it, so either alone reaches the threshold of 2. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1b.</source>
        <translation>Neuron 3 feuert einen Takt nach Neuron 1 oder Neuron 2: N3(t) = N1(t-1) oder N2(t-1). Jedes hat zwei Endknöpfchen an ihm, also erreicht jedes allein die Schwelle von 2. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1b.</translation>
    </message>
    <message>
        <source>Neuron 3 fires one tick after neuron 1, unless neuron 2 fired with it: N3(t) = N1(t-1) and not N2(t-1). One active inhibitory synapse prevents firing absolutely. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1d.</source>
        <translation>Neuron 3 feuert einen Takt nach Neuron 1, außer wenn Neuron 2 mit ihm gefeuert hat: N3(t) = N1(t-1) und nicht N2(t-1). Eine aktive hemmende Synapse verhindert das Feuern absolut. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1d.</translation>
    </message>
    <message>
        <source>Neuron 3 fires one tick after neurons 1 and 2 fire together: N3(t) = N1(t-1) and N2(t-1). Each has one end bulb on it, and the threshold is 2. Press them one after the other and nothing happens: only pulses of the same tick add up. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1c.</source>
        <translation>Neuron 3 feuert einen Takt, nachdem Neuron 1 und 2 zusammen gefeuert haben: N3(t) = N1(t-1) und N2(t-1). Jedes hat ein Endknöpfchen an ihm, und die Schwelle ist 2. Drückt man sie nacheinander, geschieht nichts: Nur Impulse desselben Taktes addieren sich. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1c.</translation>
    </message>
    <message>
        <source>Neuron 3 passes on a pulse of N2 unless N1 fired one tick before it: N3(t) = N2(t-2) and not N1(t-3). Two relays hold the pulse of N1 back for two ticks and one relay holds N2 back for one, so the veto meets the pulse that came a tick after it. The paper uses it to replace extinction. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1g.</source>
        <translation>Neuron 3 gibt einen Impuls von N2 weiter, außer wenn N1 einen Takt davor gefeuert hat: N3(t) = N2(t-2) und nicht N1(t-3). Zwei Relais halten den Impuls von N1 zwei Takte zurück und ein Relais den von N2 einen, sodass das Veto den Impuls trifft, der einen Takt danach kam. Die Arbeit ersetzt damit die Auslöschung. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1g.</translation>
    </message>
    <message>
        <source>Not A</source>
        <translation>Nicht A</translation>
    </message>
    <message>
        <source>Not B</source>
        <translation>Nicht B</translation>
    </message>
    <message>
        <source>Nothing makes this neuron fire. Each input excites it and inhibits it in the same tick, and inhibition is absolute: it asks for A and not A. It is the first of the sixteen functions of two inputs; 0000 is its column in the truth table.</source>
        <translation>Nichts bringt dieses Neuron zum Feuern. Jeder Eingang erregt und hemmt es im selben Takt, und die Hemmung ist absolut: Es verlangt A und nicht A. Es ist die erste der sechzehn Funktionen von zwei Eingängen; ihre Spalte in der Wahrheitstabelle ist 0000.</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>ODER</translation>
    </message>
    <message>
        <source>Once N1 and N2 have fired together, N1 alone makes neuron 3 fire for ever after. Before that only N2 does. It is a conditioned reflex: the neuron m excites itself, so that the one meeting of bell and food is never forgotten. With such a circle the paper replaces synapses that change (Theorem 7). McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1i.</source>
        <translation>Haben N1 und N2 einmal zusammen gefeuert, bringt N1 allein Neuron 3 für immer zum Feuern. Vorher kann das nur N2. Es ist ein bedingter Reflex: Das Neuron m erregt sich selbst, sodass die eine Begegnung von Glocke und Futter nie vergessen wird. Mit so einem Kreis ersetzt die Arbeit veränderliche Synapsen (Theorem 7). McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1i.</translation>
    </message>
    <message>
        <source>One TLU compares two numbers of four bits: it fires when A - B is at least 0. The digits of A weigh 8, 4, 2 and 1, those of B the same with a minus sign. Set the bias to -1 and it fires for A &gt; B. Compare it with `comparator_4bit`, which goes from place to place.</source>
        <translation>Eine TLU vergleicht zwei Zahlen von vier Bit: Sie feuert, wenn A - B mindestens 0 ist. Die Ziffern von A wiegen 8, 4, 2 und 1, die von B dasselbe mit Minuszeichen. Mit Bias -1 feuert sie für A &gt; B. Zum Vergleich: `comparator_4bit` geht von Stelle zu Stelle.</translation>
    </message>
    <message>
        <source>One TLU finds the carry of two numbers of four bits: it fires when A + B is at least 16. The weights are the values of the places, and the bias is -16. An adder of AND and OR gates passes the carry from place to place; a threshold gate sees all places at once. The sum digits, unlike the carry, do not fit into one gate.</source>
        <translation>Eine TLU findet den Übertrag zweier Zahlen von vier Bit: Sie feuert, wenn A + B mindestens 16 ist. Die Gewichte sind die Werte der Stellen, und der Bias ist -16. Ein Addierer aus UND- und ODER-Gattern reicht den Übertrag von Stelle zu Stelle; ein Schwellengatter sieht alle Stellen auf einmal. Die Ziffern der Summe passen, anders als der Übertrag, nicht in ein Gatter.</translation>
    </message>
    <message>
        <source>One TLU tells Iris setosa from its relatives by the size of a petal, in centimetres. It fires when -0.6 · length - 0.8 · width + 2 is at least 0: setosa has small petals. Rosenblatt&apos;s rule found these weights after four mistakes on Fisher&apos;s data (1936), from zero weights and with eta = 1; it makes no mistake on all 150 flowers.</source>
        <translation>Eine TLU erkennt Iris setosa unter ihren Verwandten an der Größe eines Blütenblatts, in Zentimetern. Sie feuert, wenn -0,6 · Länge - 0,8 · Breite + 2 mindestens 0 ist: Setosa hat kleine Blütenblätter. Rosenblatts Regel hat diese Gewichte nach vier Fehlern auf Fishers Daten (1936) gefunden, von Gewichten 0 aus und mit eta = 1; auf allen 150 Blüten macht sie keinen Fehler.</translation>
    </message>
    <message>
        <source>One active inhibitory synapse silences a neuron, however strong the excitation is. Two are no stronger than one. When the last of them is released, the neuron fires again: inhibition leaves no trace. Excite it, inhibit it from both sides, and release one at a time.</source>
        <translation>Eine aktive hemmende Synapse bringt ein Neuron zum Schweigen, wie stark die Erregung auch ist. Zwei sind nicht stärker als eine. Wird die letzte losgelassen, feuert das Neuron wieder: Hemmung hinterlässt keine Spur. Es erregen, von beiden Seiten hemmen und eine nach der anderen loslassen.</translation>
    </message>
    <message>
        <source>One neuron remembers one bit. `set` turns it on, and it keeps itself firing until `reset` inhibits it. If both are active, reset wins, for inhibition is absolute. Pulse `set`, let some ticks pass, and pulse `reset`. Every memory in a net with fixed synapses is a circle like this one.</source>
        <translation>Ein Neuron merkt sich ein Bit. `set` schaltet es ein, und es hält sich selbst am Feuern, bis `reset` es hemmt. Sind beide aktiv, gewinnt das Rücksetzen, denn Hemmung ist absolut. `set` einen Impuls geben, einige Takte warten und `reset` einen Impuls geben. Jedes Gedächtnis in einem Netz mit festen Synapsen ist ein Kreis wie dieser.</translation>
    </message>
    <message>
        <source>One pulse comes out for every two that go in, however far apart they are. `waiting` remembers that one pulse has come; the next pulse meets it in `second`, which fires and clears it; `third` catches a pulse that comes in that very tick. Chain such scalers and you have a binary counter. Minsky&apos;s &quot;Computation&quot; (1967) builds it from these three cells.</source>
        <translation>Auf je zwei Impulse, die hineingehen, kommt einer heraus, wie weit sie auch auseinanderliegen. `waiting` merkt sich, dass ein Impuls gekommen ist; der nächste trifft ihn in `second`, das feuert und ihn löscht; `third` fängt einen Impuls auf, der genau in diesem Takt kommt. Aneinandergereiht ergeben solche Untersetzer einen Binärzähler. Minsky baut ihn in „Computation“ (1967) aus diesen drei Zellen.</translation>
    </message>
    <message>
        <source>One pulse makes a light blink for ever. The neuron `memory` excites itself, so that a pulse on `start` never dies; the neuron `flash` is excited by it and inhibits itself, so that it fires on every second tick. Reset, press `start` for one tick and let it run.</source>
        <translation>Ein Impuls lässt ein Licht für immer blinken. Das Neuron `memory` erregt sich selbst, sodass ein Impuls auf `start` nie vergeht; das Neuron `flash` wird von ihm erregt und hemmt sich selbst, sodass es in jedem zweiten Takt feuert. Zurücksetzen, `start` für einen Takt drücken und laufen lassen.</translation>
    </message>
    <message>
        <source>One pulse starts a neuron that then fires in every tick, because it excites itself. A tonic source like this turns inhibition into negation: the second neuron is excited all the time, and so it fires exactly when `x` did not a tick before. In the net of 1943 nothing fires without a cause, and a circle such as this takes the place of a bias neuron.</source>
        <translation>Ein Impuls startet ein Neuron, das dann in jedem Takt feuert, weil es sich selbst erregt. Eine tonische Quelle wie diese macht aus Hemmung Verneinung: Das zweite Neuron wird die ganze Zeit erregt und feuert also genau dann, wenn `x` einen Takt zuvor nicht gefeuert hat. Im Netz von 1943 feuert nichts ohne Ursache, und so ein Kreis tritt an die Stelle eines Bias-Neurons.</translation>
    </message>
    <message>
        <source>Pacemaker with a switch</source>
        <translation>Schrittmacher mit Schalter</translation>
    </message>
    <message>
        <source>Parity of eight bits</source>
        <translation>Parität von acht Bits</translation>
    </message>
    <message>
        <source>Parity of three bits, in two layers</source>
        <translation>Parität von drei Bits, in zwei Schichten</translation>
    </message>
    <message>
        <source>Perceptron, two inputs and three outputs</source>
        <translation>Perzeptron, zwei Eingänge und drei Ausgänge</translation>
    </message>
    <message>
        <source>Population count</source>
        <translation>Zahl der Einsen</translation>
    </message>
    <message>
        <source>Priority encoder</source>
        <translation>Prioritätskodierer</translation>
    </message>
    <message>
        <source>Reads the digits of a seven-segment display, the other way round than `seven_segment`. Ten TLUs in one layer look at the segments a to g and at a bias neuron; each fires for its own digit and for none of the others. Rosenblatt&apos;s rule found the weights from zero, with eta = 1, in 46 epochs and 228 corrections. The layer is called `digits` and can be trained anew. What is no digit may make several fire, or none: nothing was learned about it.</source>
        <translation>Liest die Ziffern einer Siebensegmentanzeige, umgekehrt wie `seven_segment`. Zehn TLUs in einer Schicht sehen die Segmente a bis g und ein Bias-Neuron; jede feuert für ihre eigene Ziffer und für keine andere. Rosenblatts Regel hat die Gewichte von null aus gefunden, mit eta = 1, in 46 Epochen und 228 Korrekturen. Die Schicht heißt `digits` und kann neu trainiert werden. Was keine Ziffer ist, kann mehrere feuern lassen oder keine: Darüber wurde nichts gelernt.</translation>
    </message>
    <message>
        <source>Regular expression (ab|b)*b</source>
        <translation>Regulärer Ausdruck (ab|b)*b</translation>
    </message>
    <message>
        <source>Relative against absolute inhibition</source>
        <translation>Relative gegen absolute Hemmung</translation>
    </message>
    <message>
        <source>Relative inhibition can be replaced by absolute inhibition, one tick later (Theorem 4). In the neuron `relative` an active N1 raises the threshold: one of N2 and N3 is enough without it, both are needed with it. Below it the neurons a, b and 4 do the same with absolute inhibition alone, and take two ticks for it: `late` repeats `N4` one tick later. McCulloch and Pitts, &quot;A Logical Calculus of the Ideas Immanent in Nervous Activity&quot; (1943), figure 1f.</source>
        <translation>Relative Hemmung lässt sich durch absolute ersetzen, einen Takt später (Theorem 4). Im Neuron `relative` hebt ein aktives N1 die Schwelle: Ohne es genügt eines von N2 und N3, mit ihm sind beide nötig. Darunter tun die Neuronen a, b und 4 dasselbe mit absoluter Hemmung allein und brauchen zwei Takte dafür: `late` wiederholt `N4` einen Takt später. McCulloch und Pitts, „A Logical Calculus of the Ideas Immanent in Nervous Activity“ (1943), Abbildung 1f.</translation>
    </message>
    <message>
        <source>Ring counter</source>
        <translation>Ringzähler</translation>
    </message>
    <message>
        <source>Ripple counter</source>
        <translation>Asynchronzähler</translation>
    </message>
    <message>
        <source>SR latch</source>
        <translation>SR-Latch</translation>
    </message>
    <message>
        <source>Sequence detector 101</source>
        <translation>Folgenerkenner 101</translation>
    </message>
    <message>
        <source>Serial adder</source>
        <translation>Serieller Addierer</translation>
    </message>
    <message>
        <source>Seven segments</source>
        <translation>Sieben Segmente</translation>
    </message>
    <message>
        <source>Shift register</source>
        <translation>Schieberegister</translation>
    </message>
    <message>
        <source>Short memory</source>
        <translation>Kurzes Gedächtnis</translation>
    </message>
    <message>
        <source>T flip-flop</source>
        <translation>T-Flipflop</translation>
    </message>
    <message>
        <source>The counter goes on by one at every clock edge with `enable`, from 0 to 9 and back to 0. It is `counter_4bit` with two changes: bit 1 does not toggle while bit 3 is active, and bit 3 toggles after 7 and after 9. `carry` is active in 9, so that a second counter can count the tens. A tick is a clock edge.</source>
        <translation>Der Zähler geht bei jeder Taktflanke mit `enable` um eins weiter, von 0 bis 9 und zurück auf 0. Er ist `counter_4bit` mit zwei Änderungen: Bit 1 kippt nicht, solange Bit 3 aktiv ist, und Bit 3 kippt nach 7 und nach 9. `carry` ist bei 9 aktiv, damit ein zweiter Zähler die Zehner zählen kann. Ein Takt ist eine Taktflanke.</translation>
    </message>
    <message>
        <source>The counter goes on by one at every clock edge with `enable`. It runs from 0000 to 1111 and round again. Each box is a `t_flip_flop`; a neuron before it lets it toggle when `enable` and all lower bits are active, so all bits change at the same edge. `carry` is active in the last count, for a further counter. A tick is a clock edge.</source>
        <translation>Der Zähler geht bei jeder Taktflanke mit `enable` um eins weiter. Er läuft von 0000 bis 1111 und wieder von vorn. Jeder Kasten ist ein `t_flip_flop`; ein Neuron davor lässt ihn kippen, wenn `enable` und alle unteren Bits aktiv sind, sodass alle Bits an derselben Flanke wechseln. `carry` ist beim letzten Stand aktiv, für einen weiteren Zähler. Ein Takt ist eine Taktflanke.</translation>
    </message>
    <message>
        <source>The light goes through red, red with amber, green and amber, in a round of eight ticks. Three `t_flip_flop` boxes count from 0 to 7: red is on in the first four, green in 4 to 6, amber in 3 and 7. `run` held at 0 stops the clock, and the light stays as it is. A tick is a clock edge.</source>
        <translation>Das Licht geht durch Rot, Rot mit Gelb, Grün und Gelb, in einer Runde von acht Takten. Drei Kästen `t_flip_flop` zählen von 0 bis 7: Rot leuchtet in den ersten vier, Grün von 4 bis 6, Gelb bei 3 und 7. Wird `run` auf 0 gehalten, steht die Uhr, und das Licht bleibt, wie es ist. Ein Takt ist eine Taktflanke.</translation>
    </message>
    <message>
        <source>The net reads letters and fires whenever a word of (ab|b)*b is complete, two ticks later. There is one neuron for each letter of the expression: it fires when its letter comes and a neuron that may precede it has just fired. Pulse `start` with the first symbol, and give `a` or `b` in every tick; the drives play abbb. Kleene (1956) proved that nets recognise exactly the regular events.</source>
        <translation>Das Netz liest Buchstaben und feuert, wann immer ein Wort von (ab|b)*b vollständig ist, zwei Takte später. Für jeden Buchstaben des Ausdrucks gibt es ein Neuron: Es feuert, wenn sein Buchstabe kommt und gerade ein Neuron gefeuert hat, das ihm vorausgehen darf. `start` mit dem ersten Zeichen einen Impuls geben und in jedem Takt `a` oder `b`; die Folgen spielen abbb. Kleene (1956) hat bewiesen, dass Netze genau die regulären Ereignisse erkennen.</translation>
    </message>
    <message>
        <source>The neuron `edge` fires once whenever `x` turns on. The relay `before` holds the value of one tick ago and inhibits it, so a pulse gets through only in the first tick. A steady input is soon ignored, as by the receptors in the skin.</source>
        <translation>Das Neuron `edge` feuert einmal, wenn `x` angeht. Das Relais `before` hält den Wert von vor einem Takt und hemmt es, sodass ein Impuls nur im ersten Takt durchkommt. Ein gleichbleibender Reiz wird bald nicht mehr beachtet, wie von den Rezeptoren der Haut.</translation>
    </message>
    <message>
        <source>The neuron fires unless both inputs do. Inhibition is relative here: each active input takes 1 away, and with a threshold of -1 one may be lost but not two. Absolute inhibition cannot do this in one neuron, since it makes no difference between one inhibitor and two. Any circuit at all can be made of NAND gates.</source>
        <translation>Das Neuron feuert, außer wenn beide Eingänge feuern. Die Hemmung ist hier relativ: Jeder aktive Eingang nimmt 1 weg, und bei einer Schwelle von -1 darf eins fehlen, zwei aber nicht. Absolute Hemmung kann das in einem Neuron nicht, denn ihr ist es gleich, ob eine Hemmung aktiv ist oder zwei. Aus NAND-Gattern lässt sich jede Schaltung bauen.</translation>
    </message>
    <message>
        <source>The neuron fires when A does not; B makes no difference. A threshold of 0 needs no excitation, so the neuron fires until A inhibits it. Compare it with `not`, which keeps the threshold of 2 and adds a bias neuron.</source>
        <translation>Das Neuron feuert, wenn A nicht feuert; B ist ohne Bedeutung. Eine Schwelle von 0 braucht keine Erregung, also feuert das Neuron, bis A es hemmt. Zum Vergleich: `not` behält die Schwelle von 2 und hat ein Bias-Neuron dazu.</translation>
    </message>
    <message>
        <source>The neuron fires when B does and A does not. One excitatory synapse is enough for a threshold of 1, and the inhibitory synapse of A vetoes it. It is the mirror image of `a_and_not_b`.</source>
        <translation>Das Neuron feuert, wenn B feuert und A nicht. Eine erregende Synapse genügt für eine Schwelle von 1, und die hemmende Synapse von A legt ein Veto ein. Es ist das Spiegelbild von `a_and_not_b`.</translation>
    </message>
    <message>
        <source>The neuron fires when B does not; A makes no difference. With a threshold of 0 it fires unless the inhibitory synapse of B prevents it.</source>
        <translation>Das Neuron feuert, wenn B nicht feuert; A ist ohne Bedeutung. Mit einer Schwelle von 0 feuert es, wenn die hemmende Synapse von B es nicht verhindert.</translation>
    </message>
    <message>
        <source>The neuron fires when at least three of five inputs are active. Counting votes is what a threshold does best: one neuron decides, where AND and OR gates would need ten products of three. Change the threshold to 1 for OR, to 5 for AND.</source>
        <translation>Das Neuron feuert, wenn mindestens drei von fünf Eingängen aktiv sind. Stimmen zählen kann eine Schwelle am besten: Ein Neuron entscheidet, wo UND- und ODER-Gatter zehn Produkte aus je drei bräuchten. Mit Schwelle 1 wird daraus ODER, mit 5 UND.</translation>
    </message>
    <message>
        <source>The neuron fires when neither A nor B does. Its threshold is 0, so it fires without any excitation, and either input prevents it. Thresholds below 1 are Minsky&apos;s extension (1967): in 1943 a silent net stayed silent, and NOR took a neuron that is always active.</source>
        <translation>Das Neuron feuert, wenn weder A noch B feuert. Seine Schwelle ist 0, also feuert es ohne jede Erregung, und jeder der Eingänge verhindert es. Schwellen unter 1 sind Minskys Erweiterung (1967): 1943 blieb ein ruhendes Netz in Ruhe, und NOR brauchte ein Neuron, das immer aktiv ist.</translation>
    </message>
    <message>
        <source>The neuron is silent only when A is active and B is not. Inhibition is relative: A takes 1 away, B gives it back, and the threshold is 0. One neuron with absolute inhibition cannot do this, because there B could not make up for A.</source>
        <translation>Das Neuron ruht nur, wenn A aktiv ist und B nicht. Die Hemmung ist relativ: A nimmt 1 weg, B gibt sie zurück, und die Schwelle ist 0. Ein Neuron mit absoluter Hemmung kann das nicht, denn dort könnte B A nicht aufwiegen.</translation>
    </message>
    <message>
        <source>The neuron repeats A; B makes no difference. One synapse and a threshold of 1 hand a signal on; `identity` does the same with two synapses and a threshold of 2.</source>
        <translation>Das Neuron wiederholt A; B ist ohne Bedeutung. Eine Synapse und eine Schwelle von 1 geben ein Signal weiter; `identity` tut dasselbe mit zwei Synapsen und einer Schwelle von 2.</translation>
    </message>
    <message>
        <source>The neuron repeats B; A makes no difference. One synapse and a threshold of 1 hand a signal on. In a net with unit delays such a neuron is a relay: it repeats its input one tick later.</source>
        <translation>Das Neuron wiederholt B; A ist ohne Bedeutung. Eine Synapse und eine Schwelle von 1 geben ein Signal weiter. In einem Netz mit Einheitsverzögerung ist so ein Neuron ein Relais: Es wiederholt seinen Eingang einen Takt später.</translation>
    </message>
    <message>
        <source>The numbers A and B are compared place by place from the top, as one reads them. Two neurons decide the top place; then each box hands down whether A is greater or less so far, with twice the weight of its own two digits, so an earlier decision always wins. Inhibition is relative in these neurons. If neither is greater, the numbers are equal; compare it with `greater_equal_one_gate`.</source>
        <translation>Die Zahlen A und B werden Stelle für Stelle von oben verglichen, wie man sie liest. Zwei Neuronen entscheiden die oberste Stelle; dann gibt jeder Kasten weiter, ob A bisher größer oder kleiner ist, mit doppelt so viel Gewicht wie seine eigenen zwei Ziffern, sodass eine frühere Entscheidung immer gewinnt. Die Hemmung dieser Neuronen ist relativ. Ist keine größer, sind die Zahlen gleich; zum Vergleich: `greater_equal_one_gate`.</translation>
    </message>
    <message>
        <source>The output fires whenever the last three symbols were 1, 0, 1. Two relays hold the last two symbols, so that the neuron `found` sees all three at once: the new one and the one two ticks back excite it, the one between inhibits it. Overlaps count: 10101 holds the sequence twice.</source>
        <translation>Der Ausgang feuert immer, wenn die letzten drei Zeichen 1, 0, 1 waren. Zwei Relais halten die letzten zwei Zeichen, sodass das Neuron `found` alle drei zugleich sieht: Das neue und das von vor zwei Takten erregen es, das dazwischen hemmt es. Überlappungen zählen: 10101 enthält die Folge zweimal.</translation>
    </message>
    <message>
        <source>The output follows `x` without its stray pulses and gaps of one tick. A contact that bounces gives such pulses; what counts is the value in at least two of the last three ticks. Two relays keep the last values, and one neuron with threshold 2 takes the majority of the three. It is the simplest filter against noise.</source>
        <translation>Der Ausgang folgt `x` ohne dessen vereinzelte Impulse und Lücken von einem Takt. Ein prellender Kontakt gibt solche Impulse; was zählt, ist der Wert in mindestens zwei der letzten drei Takte. Zwei Relais halten die letzten Werte, und ein Neuron mit Schwelle 2 nimmt die Mehrheit der drei. Es ist das einfachste Filter gegen Rauschen.</translation>
    </message>
    <message>
        <source>The output is active when an odd number of inputs is. Seven boxes of two TLUs each compute XOR, in a tree of three levels, so the longest way has six TLUs. Flip any one input and the output flips: parity is the function that Minsky and Papert (1969) used to show what perceptrons find hard. `parity_3_two_layers` and `population_count` do it in other ways.</source>
        <translation>Der Ausgang ist aktiv, wenn eine ungerade Zahl von Eingängen aktiv ist. Sieben Kästen aus je zwei TLUs berechnen XOR, in einem Baum von drei Ebenen, der längste Weg hat also sechs TLUs. Kippt irgendein Eingang, kippt der Ausgang: An der Parität haben Minsky und Papert (1969) gezeigt, was Perzeptronen schwerfällt. `parity_3_two_layers` und `population_count` machen es auf andere Weise.</translation>
    </message>
    <message>
        <source>The output is active when exactly one input is. No single neuron or TLU can do this: a threshold cuts the four points of the table with one straight line, and XOR needs two. Here one neuron finds A without B, another B without A, and a third takes either. Minsky and Papert wrote about this limit in &quot;Perceptrons&quot; (1969).</source>
        <translation>Der Ausgang ist aktiv, wenn genau ein Eingang es ist. Kein einzelnes Neuron und keine TLU kann das: Eine Schwelle teilt die vier Punkte der Tabelle mit einer Geraden, und XOR braucht zwei. Hier findet ein Neuron A ohne B, ein anderes B ohne A, und ein drittes nimmt eines von beiden. Minsky und Papert haben in „Perceptrons“ (1969) über diese Grenze geschrieben.</translation>
    </message>
    <message>
        <source>The output is active when one or three inputs are. Each TLU of the first layer counts: they fire from one, from two and from three active inputs on. The last TLU takes the first, minus the second, plus the third. The same plan serves for any number of inputs, with as many TLUs in the first layer as there are inputs.</source>
        <translation>Der Ausgang ist aktiv, wenn ein Eingang oder drei es sind. Jede TLU der ersten Schicht zählt: Sie feuern ab einem, ab zwei und ab drei aktiven Eingängen. Die letzte TLU nimmt die erste minus die zweite plus die dritte. Derselbe Plan gilt für beliebig viele Eingänge, mit so vielen TLUs in der ersten Schicht, wie es Eingänge gibt.</translation>
    </message>
    <message>
        <source>The output is active when six bits read the same from both ends. Each pair of mirrored inputs has opposite weights, 1, 2 or 4, so that the sum is 0 only where every pair agrees. One TLU fires above 0, another below, and the output when neither does. Rumelhart, Hinton and Williams (1986) found such weights in a net that learned this by backpropagation.</source>
        <translation>Der Ausgang ist aktiv, wenn sechs Bits von beiden Enden gleich lauten. Jedes Paar gespiegelter Eingänge hat entgegengesetzte Gewichte, 1, 2 oder 4, sodass die Summe nur dort 0 ist, wo jedes Paar übereinstimmt. Eine TLU feuert über 0, eine andere darunter, und der Ausgang, wenn keine von beiden feuert. Rumelhart, Hinton und Williams (1986) fanden solche Gewichte in einem Netz, das dies durch Backpropagation gelernt hatte.</translation>
    </message>
    <message>
        <source>The output is active when the inputs are equal. One neuron looks for both, another for neither (threshold 0: it fires unless it is inhibited), and a third takes either of them. Like XOR it needs more than one neuron.</source>
        <translation>Der Ausgang ist aktiv, wenn die Eingänge gleich sind. Ein Neuron sucht beide, ein anderes keinen (Schwelle 0: Es feuert, wenn es nicht gehemmt wird), und ein drittes nimmt eines von beiden. Wie XOR braucht es mehr als ein Neuron.</translation>
    </message>
    <message>
        <source>The output is active when three of nine squares in a line are, as in noughts and crosses. Eight neurons with threshold 3 each look at one line, and the last with threshold 1 takes any of them. It is a small retina with feature detectors: each hidden neuron answers to one pattern wherever the rest of the squares stand.</source>
        <translation>Der Ausgang ist aktiv, wenn drei von neun Feldern in einer Reihe aktiv sind, wie bei Tic-Tac-Toe. Acht Neuronen mit Schwelle 3 sehen je eine Reihe an, und das letzte mit Schwelle 1 nimmt jede davon. Es ist eine kleine Netzhaut mit Merkmalsdetektoren: Jedes verborgene Neuron antwortet auf ein Muster, wie auch die anderen Felder stehen.</translation>
    </message>
    <message>
        <source>The output is silent only when B is active and A is not. Two neurons with absolute inhibition: one finds B without A, the other has threshold 0 and fires unless the first one does. Compare it with `a_implies_b`, which takes one neuron with relative inhibition.</source>
        <translation>Der Ausgang ruht nur, wenn B aktiv ist und A nicht. Zwei Neuronen mit absoluter Hemmung: Das eine findet B ohne A, das andere hat Schwelle 0 und feuert, außer wenn das erste feuert. Zum Vergleich: `a_implies_b` kommt mit einem Neuron mit relativer Hemmung aus.</translation>
    </message>
    <message>
        <source>The outputs give the number of the highest active input, if there is one. The upper digit is for inputs 3 and 2; the lower for 3, or for 1 unless 2 is active. `any` tells number 0 from no request at all. Such a circuit decides which of several requests is served first.</source>
        <translation>Die Ausgänge geben die Nummer des höchsten aktiven Eingangs an, wenn es einen gibt. Die obere Ziffer steht für die Eingänge 3 und 2, die untere für 3 oder für 1, wenn 2 nicht aktiv ist. `any` unterscheidet Nummer 0 von gar keiner Anforderung. So eine Schaltung entscheidet, welche von mehreren Anforderungen zuerst bedient wird.</translation>
    </message>
    <message>
        <source>The same synapses, two regimes: excitation by A, B and C, inhibition by D, threshold 1. Under absolute inhibition D alone silences its neuron; under relative inhibition D takes one excitation away, so that two of the others overcome it. The outputs differ exactly when D is active with at least two of A, B and C. McCulloch and Pitts chose absolute inhibition and showed that either can replace the other (Theorem 4).</source>
        <translation>Dieselben Synapsen, zwei Regeln: Erregung durch A, B und C, Hemmung durch D, Schwelle 1. Bei absoluter Hemmung bringt D allein sein Neuron zum Schweigen; bei relativer nimmt D eine Erregung weg, sodass zwei der anderen dagegen ankommen. Die Ausgänge unterscheiden sich genau dann, wenn D mit mindestens zwei von A, B und C aktiv ist. McCulloch und Pitts haben die absolute Hemmung gewählt und gezeigt, dass jede die andere ersetzen kann (Theorem 4).</translation>
    </message>
    <message>
        <source>The two select inputs choose which of four data inputs reaches the output. Each neuron in the middle passes one data input on, when the select inputs spell its number: those that must be 1 excite it and raise its threshold, those that must be 0 inhibit it. One TLU could not do it: with more of a select input the output sometimes rises and sometimes falls.</source>
        <translation>Die zwei Auswahleingänge bestimmen, welcher von vier Dateneingängen den Ausgang erreicht. Jedes Neuron in der Mitte gibt einen Dateneingang weiter, wenn die Auswahleingänge seine Nummer ergeben: Die 1 sein müssen, erregen es und heben seine Schwelle, die 0 sein müssen, hemmen es. Eine TLU könnte das nicht: Mit mehr von einem Auswahleingang steigt der Ausgang mal, und mal fällt er.</translation>
    </message>
    <message>
        <source>This neuron fires whatever the inputs are. With a threshold of 0 no excitation is needed, and nothing here inhibits. It is the last of the sixteen functions of two inputs; 1111 is its column in the truth table.</source>
        <translation>Dieses Neuron feuert, wie die Eingänge auch sind. Mit einer Schwelle von 0 ist keine Erregung nötig, und hier hemmt nichts. Es ist die letzte der sechzehn Funktionen von zwei Eingängen; ihre Spalte in der Wahrheitstabelle ist 1111.</translation>
    </message>
    <message>
        <source>Three TLUs count how many of seven inputs are active, as a binary number. `fours` fires from four on; `twos` counts again, less 4 if `fours` fired, and fires from two on; `ones` takes both away and sees what is left. The last digit is the parity. In the same way n + 1 TLUs count up to 2^(n+1) - 1 inputs.</source>
        <translation>Drei TLUs zählen, wie viele von sieben Eingängen aktiv sind, als Binärzahl. `fours` feuert ab vier; `twos` zählt noch einmal, vermindert um 4, wenn `fours` gefeuert hat, und feuert ab zwei; `ones` zieht beide ab und sieht, was übrig ist. Die letzte Ziffer ist die Parität. Ebenso zählen n + 1 TLUs bis zu 2^(n+1) - 1 Eingänge.</translation>
    </message>
    <message>
        <source>Three TLUs in one layer look at the same two inputs and a bias neuron. Each has its own weights. With these, y1 is AND, y2 is OR and y3 is NAND of inputs 0 and 1; for other numbers each line x1 + x2 = 1.5 or 0.5 cuts the plane in two. The layer is called `outputs` and can be trained. After figure 10-5 of Géron&apos;s &quot;Hands-On Machine Learning&quot;.</source>
        <translation>Drei TLUs in einer Schicht sehen dieselben zwei Eingänge und ein Bias-Neuron. Jede hat ihre eigenen Gewichte. Mit diesen ist y1 das UND, y2 das ODER und y3 das NAND von Eingängen 0 und 1; für andere Zahlen teilt jede Gerade x1 + x2 = 1,5 oder 0,5 die Ebene in zwei. Die Schicht heißt `outputs` und kann trainiert werden. Nach Abbildung 10-5 in Géron, „Hands-On Machine Learning“.</translation>
    </message>
    <message>
        <source>Three in a row</source>
        <translation>Drei in einer Reihe</translation>
    </message>
    <message>
        <source>Three stages of three neurons count pulses modulo 8. In each stage a pulse sets the memory if it is off and clears it if it is on; clearing hands a carry to the next stage, one tick later, so the count ripples upwards. Pulses may come every second tick. Send one in every tick and the count goes wrong, because the neurons have not settled yet; that is why computers have a clock.</source>
        <translation>Drei Stufen aus drei Neuronen zählen Impulse modulo 8. In jeder Stufe setzt ein Impuls den Speicher, wenn er aus ist, und löscht ihn, wenn er an ist; das Löschen gibt einen Takt später einen Übertrag an die nächste Stufe, sodass der Stand nach oben durchläuft. Impulse dürfen jeden zweiten Takt kommen. Kommt in jedem Takt einer, geht die Zählung schief, weil die Neuronen noch nicht eingeschwungen sind; deshalb haben Rechner einen Taktgeber.</translation>
    </message>
    <message>
        <source>Threshold logic unit</source>
        <translation>Schwellenwertelement (TLU)</translation>
    </message>
    <message>
        <source>Traffic light</source>
        <translation>Ampel</translation>
    </message>
    <message>
        <source>True (always)</source>
        <translation>Wahr (immer)</translation>
    </message>
    <message>
        <source>Turnstile, a state machine</source>
        <translation>Drehkreuz, ein Zustandsautomat</translation>
    </message>
    <message>
        <source>Two adders of four bits add numbers up to 255. The lower one hands its carry to the upper one, and both hold four full adders of four neurons: boxes within boxes, 32 neurons in all. Set every bit of A, then add 1, and watch the carry run through all eight places.</source>
        <translation>Zwei Addierer von vier Bit addieren Zahlen bis 255. Der untere gibt seinen Übertrag an den oberen weiter, und beide enthalten vier Volladdierer aus vier Neuronen: Kästen in Kästen, 32 Neuronen insgesamt. Alle Bits von A setzen, dann 1 addieren, und der Übertrag läuft durch alle acht Stellen.</translation>
    </message>
    <message>
        <source>Two contestants press a button, and the light of the first stays on. Each neuron keeps itself firing and inhibits the other, so that the later one cannot start: the winner takes all. Press both in the same tick, and both lights flash once and put each other out.</source>
        <translation>Zwei Teilnehmer drücken einen Knopf, und das Licht des ersten bleibt an. Jedes Neuron hält sich selbst am Feuern und hemmt das andere, sodass das spätere nicht beginnen kann: Der Sieger bekommt alles. Beide im selben Takt gedrückt, blitzen beide Lichter einmal auf und löschen einander.</translation>
    </message>
    <message>
        <source>Two neurons add two bits. `both` has threshold 2 and is the carry; `one` has threshold 1 and is the sum, except that `both` prevents it from firing when two bits are active. Read the outputs together as a number of two digits: 1 + 1 = 10.</source>
        <translation>Zwei Neuronen addieren zwei Bits. `both` hat Schwelle 2 und ist der Übertrag; `one` hat Schwelle 1 und ist die Summe, nur verhindert `both` sein Feuern, wenn zwei Bits aktiv sind. Die Ausgänge zusammen als Zahl mit zwei Ziffern gelesen: 1 + 1 = 10.</translation>
    </message>
    <message>
        <source>Two numbers are added, subtracted, or combined bit by bit, as the operation inputs say. 00 adds, 01 subtracts, 10 is AND and 11 is OR. Four boxes do one place each; to subtract, `op0` turns B over and adds 1 through the lowest carry. `carry` is the carry of a sum; in a difference it is active when A is at least B. `zero` fires when no digit of the result does.</source>
        <translation>Zwei Zahlen werden addiert, subtrahiert oder Bit für Bit verknüpft, je nach den Eingängen für die Operation: 00 addiert, 01 subtrahiert, 10 ist UND, 11 ist ODER. Vier Kästen bearbeiten je eine Stelle; zum Subtrahieren kehrt `op0` B um und addiert 1 über den untersten Übertrag. `carry` ist der Übertrag einer Summe; bei einer Differenz ist er aktiv, wenn A mindestens B ist. `zero` feuert, wenn keine Ziffer des Ergebnisses feuert.</translation>
    </message>
    <message>
        <source>Two numbers come in digit by digit, the lowest first, and their sum goes out two ticks later. Four neurons do it for numbers of any length: `carry` counts the digits and its own last value and fires from two on; `one` and `three` fire from one and from three on; `digit` takes one and three less the carry. Inhibition is relative. The drives add 6 (0110, lowest digit first) and 7 (1110): read 1011, which is 13.</source>
        <translation>Zwei Zahlen kommen Ziffer für Ziffer herein, die unterste zuerst, und ihre Summe geht zwei Takte später hinaus. Vier Neuronen schaffen das für Zahlen jeder Länge: `carry` zählt die Ziffern und seinen eigenen letzten Wert und feuert ab zwei; `one` und `three` feuern ab eins und ab drei; `digit` nimmt eins und drei, vermindert um den Übertrag. Die Hemmung ist relativ. Die Folgen addieren 6 (0110, unterste Ziffer zuerst) und 7 (1110): Heraus kommt 1011, das ist 13.</translation>
    </message>
    <message>
        <source>Two numbers up to 15 are multiplied as on paper. Each box `row` holds A if its digit of B is 1 and nothing otherwise; the boxes `sum` add them, each shifted by one place. They are made of half and full adders where those are enough: boxes within boxes, and 56 neurons in all.</source>
        <translation>Zwei Zahlen bis 15 werden multipliziert wie auf dem Papier. Jeder Kasten `row` enthält A, wenn seine Ziffer von B 1 ist, und sonst nichts; die Kästen `sum` addieren sie, jede um eine Stelle verschoben. Wo Halbaddierer genügen, sind es Halbaddierer, sonst Volladdierer: Kästen in Kästen und 56 Neuronen insgesamt.</translation>
    </message>
    <message>
        <source>Two threshold logic units add three bits. `from_two` fires when at least two inputs are active. `rest` counts the inputs too, and takes 2 away when the other fires: 3 - 2 = 1 and 2 - 2 = 0. Weights of different sizes save the two neurons that `full_adder` has more.</source>
        <translation>Zwei Schwellenwertelemente addieren drei Bits. `from_two` feuert, wenn mindestens zwei Eingänge aktiv sind. `rest` zählt die Eingänge auch und zieht 2 ab, wenn das andere feuert: 3 - 2 = 1 und 2 - 2 = 0. Verschieden große Gewichte sparen die zwei Neuronen, die `full_adder` mehr hat.</translation>
    </message>
    <message>
        <source>Two threshold logic units make XOR, which one cannot. `both` fires when both inputs are active. `one` counts the inputs and takes 2 away when `both` fires, so it fires for exactly one. Since the second TLU sees the inputs as well, no third is needed; compare it with `xor`.</source>
        <translation>Zwei Schwellenwertelemente ergeben XOR, eines kann es nicht. `both` feuert, wenn beide Eingänge aktiv sind. `one` zählt die Eingänge und zieht 2 ab, wenn `both` feuert, feuert also bei genau einem. Da die zweite TLU auch die Eingänge sieht, ist keine dritte nötig; zum Vergleich: `xor`.</translation>
    </message>
    <message>
        <source>Veto and release</source>
        <translation>Veto und Freigabe</translation>
    </message>
    <message>
        <source>Weighted vote</source>
        <translation>Gewichtete Abstimmung</translation>
    </message>
    <message>
        <source>While `enable` is active the latch follows `d`, and afterwards it keeps what it saw last. One neuron finds `d` with `enable` and sets the memory, another finds `enable` without `d` and resets it. The value appears at `q` two ticks later, one for each neuron on the way.</source>
        <translation>Solange `enable` aktiv ist, folgt das Latch `d`, und danach behält es, was es zuletzt sah. Ein Neuron findet `d` mit `enable` und setzt den Speicher, ein anderes findet `enable` ohne `d` und setzt ihn zurück. Der Wert erscheint zwei Takte später an `q`, einen für jedes Neuron auf dem Weg.</translation>
    </message>
    <message>
        <source>While `t` is active the bit changes at every clock edge. A `t` held active halves the frequency of the clock. Every tick is a clock edge: the delay holds the bit for a tick. Two neurons find the bit without `t` and `t` without the bit: together they are XOR.</source>
        <translation>Solange `t` aktiv ist, wechselt das Bit bei jeder Taktflanke. Ein dauernd aktives `t` halbiert die Frequenz des Taktgebers. Jeder Takt ist eine Taktflanke: Die Verzögerung hält das Bit für einen Takt. Zwei Neuronen finden das Bit ohne `t` und `t` ohne das Bit: Zusammen sind sie XOR.</translation>
    </message>
    <message>
        <source>Who was first</source>
        <translation>Wer war zuerst</translation>
    </message>
    <message>
        <source>XNOR (equality)</source>
        <translation>XNOR (Gleichheit)</translation>
    </message>
    <message>
        <source>XOR (exclusive or)</source>
        <translation>XOR (ausschließendes Oder)</translation>
    </message>
    <message>
        <source>XOR in two layers gives a false pulse when its paths differ in length. `both` needs a tick to see that A and B are active, and by then `early` has fired already; with relays on A and B all paths take two ticks, and `balanced` is right. Turn A and B on in the same tick and watch. Engineers call this a hazard or a glitch.</source>
        <translation>XOR in zwei Schichten gibt einen falschen Impuls, wenn seine Wege verschieden lang sind. `both` braucht einen Takt, um zu sehen, dass A und B aktiv sind, und bis dahin hat `early` schon gefeuert; mit Relais an A und B brauchen alle Wege zwei Takte, und `balanced` ist richtig. A und B im selben Takt einschalten und zusehen. Unter Ingenieuren heißt das Hazard oder Glitch.</translation>
    </message>
    <message>
        <source>XOR learned on association units</source>
        <translation>XOR, auf Assoziationseinheiten gelernt</translation>
    </message>
    <message>
        <source>XOR of two TLUs</source>
        <translation>XOR aus zwei TLUs</translation>
    </message>
</context>
</TS>
