<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n excitatory synapses</source>
        <translation>
            <numerusform>%n excitatory synapse</numerusform>
            <numerusform>%n excitatory synapses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inhibitory synapses</source>
        <translation>
            <numerusform>%n inhibitory synapse</numerusform>
            <numerusform>%n inhibitory synapses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mistakes with the weights as they are now.</source>
        <translation>
            <numerusform>%n mistake with the weights as they are now.</numerusform>
            <numerusform>%n mistakes with the weights as they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows, clocked</source>
        <translation>
            <numerusform>%n row, clocked</numerusform>
            <numerusform>%n rows, clocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected TLUs are in no layer yet: a layer is what is trained.</source>
        <translation>
            <numerusform>%n selected TLU is in no layer yet: a layer is what is trained.</numerusform>
            <numerusform>%n selected TLUs are in no layer yet: a layer is what is trained.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tests, not run yet</source>
        <translation>
            <numerusform>%n test, not run yet</numerusform>
            <numerusform>%n tests, not run yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added the test {name} with %n rows: the Tests panel shows and runs it</source>
        <translation>
            <numerusform>Added the test {name} with %n row: the Tests panel shows and runs it</numerusform>
            <numerusform>Added the test {name} with %n rows: the Tests panel shows and runs it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n nodes</source>
        <translation>
            <numerusform>Copied %n node</numerusform>
            <numerusform>Copied %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>Delete %n row</numerusform>
            <numerusform>Delete %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned: epoch {epoch} was without a mistake, after %n corrections.</source>
        <translation>
            <numerusform>Learned: epoch {epoch} was without a mistake, after %n correction.</numerusform>
            <numerusform>Learned: epoch {epoch} was without a mistake, after %n corrections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not trained yet: %n instances.</source>
        <translation>
            <numerusform>Not trained yet: %n instance.</numerusform>
            <numerusform>Not trained yet: %n instances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpack %n subcircuits</source>
        <translation>
            <numerusform>Unpack %n subcircuit</numerusform>
            <numerusform>Unpack %n subcircuits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} connections</source>
        <translation>
            <numerusform>{count} connection</numerusform>
            <numerusform>{count} connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} nodes</source>
        <translation>
            <numerusform>{count} node</numerusform>
            <numerusform>{count} nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{passed} of %n tests pass</source>
        <translation>
            <numerusform>{passed} of %n test passes</numerusform>
            <numerusform>{passed} of %n tests pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tlu} can learn this: a line separates the two classes with a margin of {margin}. From weights of 0 that takes at most %n corrections (Novikoff).</source>
        <translation>
            <numerusform>{tlu} can learn this: a line separates the two classes with a margin of {margin}. From weights of 0 that takes at most %n correction (Novikoff).</numerusform>
            <numerusform>{tlu} can learn this: a line separates the two classes with a margin of {margin}. From weights of 0 that takes at most %n corrections (Novikoff).</numerusform>
        </translation>
    </message>
</context>
</TS>
