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
        <source>%n tests, not run yet</source>
        <translation>
            <numerusform>%n test, not run yet</numerusform>
            <numerusform>%n tests, not run yet</numerusform>
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
        <source>Move %n nodes</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
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
</context>
</TS>
