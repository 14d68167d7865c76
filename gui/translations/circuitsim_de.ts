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
        <source> at character {number}</source>
        <translation> (Zeichen {number})</translation>
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
        <source>&amp;Dark Theme</source>
        <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
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
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Keep in the Circuit</source>
        <translation>In die Schaltung ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>&amp;Beschriften …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Latest Tick</source>
        <translation>&amp;Letzter Takt</translation>
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
        <source>&amp;Make of Selection</source>
        <translation>Aus der Auswahl &amp;erstellen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
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
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;Sequence…</source>
        <translation>&amp;Folge …</translation>
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
        <source>&amp;Tick</source>
        <translation>&amp;Takt</translation>
    </message>
    <message>
        <source>&amp;Toggle</source>
        <translation>&amp;Umschalten</translation>
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
        <source>0 (no synapse)</source>
        <translation>0 (keine Synapse)</translation>
    </message>
    <message>
        <source>0 and 1 in turn</source>
        <translation>Abwechselnd 0 und 1</translation>
    </message>
    <message>
        <source>0 becomes 1, all else 0</source>
        <translation>Aus 0 wird 1, aus allem anderen 0</translation>
    </message>
    <message>
        <source>1 for one tick</source>
        <translation>1 für einen Takt</translation>
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
        <source>; there is none</source>
        <translation>; es gibt keine</translation>
    </message>
    <message>
        <source>; there is {names}</source>
        <translation>; es gibt {names}</translation>
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
        <source>A name must not be empty</source>
        <translation>Ein Name darf nicht leer sein</translation>
    </message>
    <message>
        <source>A sample of {shown} of 2^{inputs} rows</source>
        <translation>Eine Auswahl von {shown} der 2^{inputs} Zeilen</translation>
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
        <source>A test in the file: the rows with an expectation, or all rows as they are</source>
        <translation>Ein Test in der Datei: die Zeilen mit einer Erwartung oder alle Zeilen, wie sie sind</translation>
    </message>
    <message>
        <source>About this circuit</source>
        <translation>Über diese Schaltung</translation>
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
        <source>Add a copy of the selection beside it</source>
        <translation>Eine Kopie der Auswahl daneben einfügen</translation>
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
        <source>Add a test of all inputs and outputs</source>
        <translation>Einen Test aller Eingänge und Ausgänge hinzufügen</translation>
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
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All nodes and connections as tables, to edit by keyboard alone</source>
        <translation>Alle Knoten und Verbindungen als Tabellen, allein mit der Tastatur zu bearbeiten</translation>
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
        <source>Be light or dark as the desktop is</source>
        <translation>Hell oder dunkel, wie es im System eingestellt ist</translation>
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
        <source>Centre in a &amp;Column</source>
        <translation>In einer &amp;Spalte zentrieren</translation>
    </message>
    <message>
        <source>Centre in a Ro&amp;w</source>
        <translation>In einer &amp;Zeile zentrieren</translation>
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
        <source>Choose a step to go back to it, or forward again</source>
        <translation>Einen Schritt wählen, um zu ihm zurück oder wieder vor zu gehen</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>Schaltung</translation>
    </message>
    <message>
        <source>Circuits that were not saved</source>
        <translation>Nicht gespeicherte Schaltungen</translation>
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
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Compute the table of this large circuit now</source>
        <translation>Die Tabelle dieser großen Schaltung jetzt berechnen</translation>
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
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
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
        <source>Delete the selected rows</source>
        <translation>Die ausgewählten Zeilen löschen</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
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
        <source>Drag from a port: the next connection is excitatory. Or select two nodes and choose this again</source>
        <translation>Von einem Anschluss aus ziehen: Die nächste Verbindung ist erregend. Oder zwei Knoten auswählen und dies noch einmal wählen</translation>
    </message>
    <message>
        <source>Drag from a port: the next connection is inhibitory. Or select two nodes and choose this again</source>
        <translation>Von einem Anschluss aus ziehen: Die nächste Verbindung ist hemmend. Oder zwei Knoten auswählen und dies noch einmal wählen</translation>
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
        <source>E&amp;xamples</source>
        <translation>Bei&amp;spiele</translation>
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
        <source>Every combination of the inputs, of the circuit or of the selected nodes</source>
        <translation>Jede Kombination der Eingänge, für die Schaltung oder die ausgewählten Knoten</translation>
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
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Excitatory connection</source>
        <translation>Erregende Verbindung</translation>
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
        <source>Extra data</source>
        <translation>danach steht noch etwas</translation>
    </message>
    <message>
        <source>FAIL: {right} of {count} right</source>
        <translation>FALSCH: {right} von {count} richtig</translation>
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
        <source>Find a node by name, label or kind</source>
        <translation>Knoten nach Name, Beschriftung oder Art suchen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Forget the chosen state</source>
        <translation>Den gewählten Zustand vergessen</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Diese Dateien vergessen</translation>
    </message>
    <message>
        <source>From (or box/port)</source>
        <translation>Von (oder Kasten/Anschluss)</translation>
    </message>
    <message>
        <source>Give the chosen circuit up for good</source>
        <translation>Die gewählte Schaltung endgültig aufgeben</translation>
    </message>
    <message>
        <source>Give what is selected a text to show</source>
        <translation>Dem Ausgewählten einen Text geben, der angezeigt wird</translation>
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
        <source>Go to the open circuit before</source>
        <translation>Zur vorigen offenen Schaltung gehen</translation>
    </message>
    <message>
        <source>Go to tick 0 and let all inputs go</source>
        <translation>Zu Takt 0 gehen und alle Eingänge loslassen</translation>
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
        <source>Id</source>
        <translation>Id</translation>
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
        <source>Keep the value that it has now</source>
        <translation>Den jetzigen Wert behalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
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
        <source>Lay the circuit, or the selection, out tidily</source>
        <translation>Die Schaltung oder die Auswahl übersichtlich anordnen</translation>
    </message>
    <message>
        <source>Laying the circuit out…</source>
        <translation>Die Schaltung wird angeordnet …</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Let it play what the circuit says</source>
        <translation>Spielen lassen, was in der Schaltung steht</translation>
    </message>
    <message>
        <source>Let the clock tick, or pause it</source>
        <translation>Den Lauf starten oder anhalten</translation>
    </message>
    <message>
        <source>Light lines on a dark ground</source>
        <translation>Helle Linien auf dunklem Grund</translation>
    </message>
    <message>
        <source>Make These Rows a Test</source>
        <translation>Zeilen zum Test machen</translation>
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
        <source>Make the sequence part of the circuit (an edit)</source>
        <translation>Die Folge in die Schaltung übernehmen (eine Änderung)</translation>
    </message>
    <message>
        <source>Make {name} clocked</source>
        <translation>{name} getaktet machen</translation>
    </message>
    <message>
        <source>Make {name} not clocked</source>
        <translation>{name} ungetaktet machen</translation>
    </message>
    <message>
        <source>McCulloch-Pitts neuron</source>
        <translation>McCulloch-Pitts-Neuron</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
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
        <source>Name of the snapshot</source>
        <translation>Name der Momentaufnahme</translation>
    </message>
    <message>
        <source>Name of {id}</source>
        <translation>Name von {id}</translation>
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
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Neurons and Wires</source>
        <translation>Neuronen und Leitungen</translation>
    </message>
    <message>
        <source>Next &amp;Tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>No node fits</source>
        <translation>Kein Knoten passt</translation>
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
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing here yet.

Press N for a neuron, I for an input, O for an output, or Tab to search;
drag from one node&apos;s right side to another&apos;s left to connect them.

Or pick an example from the list on the left, or Open a circuit file (Ctrl+O).</source>
        <translation>Hier ist noch nichts.

N fügt ein Neuron ein, I einen Eingang, O einen Ausgang; Tab öffnet die Suche.
Von der rechten Seite eines Knotens zur linken eines anderen ziehen verbindet sie.

Oder ein Beispiel aus der Liste links wählen, oder eine Schaltung öffnen (Strg+O).</translation>
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
        <source>One value a tick, like 0110 (add * to repeat it):</source>
        <translation>Ein Wert je Takt, wie 0110 (mit * am Ende wird sie wiederholt):</translation>
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
        <source>PDF, for print (*.pdf)</source>
        <translation>PDF, zum Drucken (*.pdf)</translation>
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
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
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
        <source>Play the sequence from this tick on</source>
        <translation>Die Folge von diesem Takt an spielen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>&amp;Voriger Tab</translation>
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
        <source>R&amp;eset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>U&amp;mbenennen …</translation>
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
        <source>Remove the chosen breakpoint</source>
        <translation>Den gewählten Haltepunkt entfernen</translation>
    </message>
    <message>
        <source>Remove the selected nodes</source>
        <translation>Die ausgewählten Knoten entfernen</translation>
    </message>
    <message>
        <source>Rename test {name}</source>
        <translation>Test {name} umbenennen</translation>
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
        <source>Restore</source>
        <translation>Zurückkehren</translation>
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
        <source>SVG, for the web and for editing (*.svg)</source>
        <translation>SVG, fürs Web und zum Bearbeiten (*.svg)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
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
        <source>Search what can be added</source>
        <translation>Suchen, was eingefügt werden kann</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
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
        <source>Show or hide the list of examples ({key})</source>
        <translation>Die Liste der Beispiele ein- oder ausblenden ({key})</translation>
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
        <source>Show the selected subcircuit while it runs</source>
        <translation>Die ausgewählte Teilschaltung zeigen, während sie läuft</translation>
    </message>
    <message>
        <source>Show the whole circuit</source>
        <translation>Die ganze Schaltung zeigen</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
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
        <source>Some columns of this table are nodes inside the circuit: only its own inputs were set.</source>
        <translation>Einige Spalten dieser Tabelle sind Knoten im Innern der Schaltung: Nur ihre eigenen Eingänge wurden gesetzt.</translation>
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
        <source>Start with an empty circuit</source>
        <translation>Mit einer leeren Schaltung beginnen</translation>
    </message>
    <message>
        <source>Stop the run where a condition over names is true</source>
        <translation>Den Lauf anhalten, wo eine Bedingung über Namen wahr ist</translation>
    </message>
    <message>
        <source>Stop where this is true</source>
        <translation>Anhalten, wo dies wahr ist</translation>
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
        <source>Table of</source>
        <translation>Tabelle von</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aufnehmen</translation>
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
        <source>The circuit could not be kept for recovery: {problem}</source>
        <translation>Die Schaltung konnte nicht zur Wiederherstellung aufgehoben werden: {problem}</translation>
    </message>
    <message>
        <source>The circuit was changed meanwhile; choose Tidy Layout once more</source>
        <translation>Die Schaltung wurde inzwischen geändert; noch einmal Aufräumen wählen</translation>
    </message>
    <message>
        <source>The circuit was edited: the run begins again at tick 0, with the inputs as they are.</source>
        <translation>Die Schaltung wurde bearbeitet: Der Lauf beginnt neu bei Takt 0, mit den Eingängen, wie sie sind.</translation>
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
        <source>The language of the window, from its next start on</source>
        <translation>Die Sprache des Programms, vom nächsten Start an</translation>
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
        <source>The tests in the file: run them, see a failing row on the canvas, edit the rows</source>
        <translation>Die Tests der Datei: ausführen, eine falsche Zeile auf der Zeichenfläche ansehen, Zeilen bearbeiten</translation>
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
        <source>The window speaks this language from its next start on.</source>
        <translation>Das Programm spricht diese Sprache vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Theme of the S&amp;ystem</source>
        <translation>Design des &amp;Systems</translation>
    </message>
    <message>
        <source>There is nothing to save yet: pick signals, and make some ticks.</source>
        <translation>Es gibt noch nichts zu speichern: Signale auswählen und einige Takte machen.</translation>
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
        <source>To (or box/port)</source>
        <translation>Zu (oder Kasten/Anschluss)</translation>
    </message>
    <message>
        <source>Toggle</source>
        <translation>Umschalten</translation>
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
        <source>Turn the selected nodes by a right angle</source>
        <translation>Die ausgewählten Knoten um einen rechten Winkel drehen</translation>
    </message>
    <message>
        <source>Type a few letters of a command or an example</source>
        <translation>Einige Buchstaben eines Befehls oder Beispiels tippen</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Mauszeiger</translation>
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
        <source>Unterminated string starting at</source>
        <translation>ein Text ohne Ende beginnt</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
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
        <source>Waveforms</source>
        <translation>Signalverläufe</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Was eingefügt werden kann</translation>
    </message>
    <message>
        <source>What each input gives: toggle, pulse, hold, clock or a sequence</source>
        <translation>Was jeder Eingang gibt: Umschalten, Impuls, Halten, Taktgeber oder eine Folge</translation>
    </message>
    <message>
        <source>What signals did, tick by tick; a click goes to that tick</source>
        <translation>Was Signale taten, Takt für Takt; ein Klick geht zu diesem Takt</translation>
    </message>
    <message>
        <source>What the circuit is made of, and how time passes in it</source>
        <translation>Woraus die Schaltung besteht, und wie in ihr die Zeit vergeht</translation>
    </message>
    <message>
        <source>What this is</source>
        <translation>Was das hier ist</translation>
    </message>
    <message>
        <source>Whether the rows are ticks one after the other</source>
        <translation>Ob die Zeilen aufeinanderfolgende Takte sind</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Write a text on the canvas</source>
        <translation>Einen Text auf die Zeichenfläche schreiben</translation>
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
        <source>a circuit</source>
        <translation>eine Schaltung</translation>
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
        <source>a list</source>
        <translation>eine Liste</translation>
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
        <source>a sequence is written like 0110, or as numbers with blanks between them, not {text!r}</source>
        <translation>eine Folge schreibt man wie 0110 oder als Zahlen mit Leerzeichen dazwischen, nicht {text!r}</translation>
    </message>
    <message>
        <source>a sequence that it plays, one symbol a tick</source>
        <translation>eine Folge, die er spielt, ein Zeichen je Takt</translation>
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
        <source>always 1</source>
        <translation>immer 1</translation>
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
        <source>and {count} more problems</source>
        <translation>und {count} weitere Probleme</translation>
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
        <source>at tick {tick}</source>
        <translation>bei Takt {tick}</translation>
    </message>
    <message>
        <source>at tick {tick}: {why}</source>
        <translation>bei Takt {tick}: {why}</translation>
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
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>carries {value}</source>
        <translation>überträgt {value}</translation>
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
        <source>circuitsim JSON</source>
        <translation>circuitsim-JSON</translation>
    </message>
    <message>
        <source>circuitsim ended without saving these circuits. Open them again, or discard them.</source>
        <translation>circuitsim wurde beendet, ohne diese Schaltungen zu speichern. Wieder öffnen oder verwerfen.</translation>
    </message>
    <message>
        <source>circuitsim {version}: logic circuits whose gates are neurons. Open an example and press its inputs.</source>
        <translation>circuitsim {version}: logische Schaltungen, deren Gatter Neuronen sind. Ein Beispiel öffnen und seine Eingänge drücken.</translation>
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
        <source>excitatory</source>
        <translation>erregend</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>falsch</translation>
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
        <source>gives {values}</source>
        <translation>gibt {values}</translation>
    </message>
    <message>
        <source>has more than {most:,} digits</source>
        <translation>hat mehr als {most} Stellen</translation>
    </message>
    <message>
        <source>has the unknown key {value}; it takes &apos;pattern&apos; and &apos;repeat&apos;</source>
        <translation>hat den unbekannten Schlüssel {value}; möglich sind &apos;pattern&apos; und &apos;repeat&apos;</translation>
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
        <source>input {name!r} takes 0 or 1, not {value}; give it the domain &apos;real&apos; for more</source>
        <translation>Eingang {name!r} nimmt 0 oder 1, nicht {value}; für mehr den Wertebereich „reell“ wählen</translation>
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
        <source>is not JSON: {problem} at line {line}, column {column}</source>
        <translation>ist kein JSON: {problem} (Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {byte})</source>
        <translation>ist kein UTF-8-Text (Byte {byte})</translation>
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
        <source>is too large for a float64</source>
        <translation>ist zu groß für eine Gleitkommazahl</translation>
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
        <source>its one source, as a named result</source>
        <translation>seine eine Quelle, als benanntes Ergebnis</translation>
    </message>
    <message>
        <source>its value at tick 0</source>
        <translation>sein Wert bei Takt 0</translation>
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
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>layer {name!r}</source>
        <translation>Schicht {name!r}</translation>
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
        <source>no space left on device</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>ist kein Ordner</translation>
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
        <source>output</source>
        <translation>Ausgang</translation>
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
        <source>plays {sequence}, in this run</source>
        <translation>spielt {sequence}, in diesem Lauf</translation>
    </message>
    <message>
        <source>plays {value} at tick {tick}, from its sequence {pattern}</source>
        <translation>spielt {value} bei Takt {tick}, aus seiner Folge {pattern}</translation>
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
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>läuft …</translation>
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
        <source>silent</source>
        <translation>feuert nicht</translation>
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
        <source>the clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>the ending {ending!r}</source>
        <translation>die Endung {ending!r}</translation>
    </message>
    <message>
        <source>the loop of {count} nodes {names}</source>
        <translation>die Schleife aus {count} Knoten {names}</translation>
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
        <source>the selection</source>
        <translation>die Auswahl</translation>
    </message>
    <message>
        <source>the self-loop {names}</source>
        <translation>die Selbstschleife {names}</translation>
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
        <source>there is no such node</source>
        <translation>diesen Knoten gibt es nicht</translation>
    </message>
    <message>
        <source>there is no {kind} {name!r}</source>
        <translation>es gibt keinen {kind} {name!r}</translation>
    </message>
    <message>
        <source>this condition is nested too deep; make it simpler</source>
        <translation>diese Bedingung ist zu tief verschachtelt; einfacher schreiben</translation>
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
        <source>weight</source>
        <translation>Gewicht</translation>
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
        <source>write</source>
        <translation>schreiben</translation>
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
    <message numerus="yes">
        <source>{count} nodes</source>
        <translation>
            <numerusform>{count} Knoten</numerusform>
            <numerusform>{count} Knoten</numerusform>
        </translation>
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
        <source>{loop} has no delay, so it cannot settle; put a delay into it, or give the circuit the timing &apos;unit-delay&apos;</source>
        <translation>{loop} hat keine Verzögerung und kann deshalb nicht einschwingen; eine Verzögerung einsetzen oder der Schaltung Einheitsverzögerung geben</translation>
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
        <source>{name}   tick {tick}</source>
        <translation>{name}   Takt {tick}</translation>
    </message>
    <message>
        <source>{name}   tick {tick}   (of the circuit before an edit)</source>
        <translation>{name}   Takt {tick}   (der Schaltung vor einer Änderung)</translation>
    </message>
    <message>
        <source>{name} is no {side} of subcircuit {id}</source>
        <translation>{name} ist kein {side} der Teilschaltung {id}</translation>
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
    <message numerus="yes">
        <source>{passed} of %n tests pass</source>
        <translation>
            <numerusform>{passed} von %n Test richtig</numerusform>
            <numerusform>{passed} von %n Tests richtig</numerusform>
        </translation>
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
        <source>{path}: a picture is written as .svg, .pdf or .png</source>
        <translation>{path}: Ein Bild wird als .svg, .pdf oder .png geschrieben</translation>
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
        <source>{path}: has {ending}; files that circuitsim can {verb} end in {names}</source>
        <translation>{path}: hat {ending}; Dateien, die circuitsim {verb} kann, enden auf {names}</translation>
    </message>
    <message>
        <source>{path}: there is nothing to draw</source>
        <translation>{path}: Es gibt nichts zu zeichnen</translation>
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
        <source>{text} cannot stand in a condition; it is made of names, numbers, and, or, not, comparisons, +, - and *</source>
        <translation>{text} kann nicht in einer Bedingung stehen; sie besteht aus Namen, Zahlen, and, or, not, Vergleichen, +, - und *</translation>
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
        <source>{title} Panel</source>
        <translation>{title}</translation>
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
        <source>{where} has no port {port!r}, which {source!r} to {target!r} uses; remove that edge first</source>
        <translation>{where} hat keinen Anschluss {port!r}, den {source!r} zu {target!r} verwendet; diese Verbindung zuerst entfernen</translation>
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
        <source>›  editing the definition {name}, for every instance of it</source>
        <translation>›  bearbeitet wird die Definition {name}, für alle ihre Instanzen</translation>
    </message>
</context>
</TS>
