"use strict";
// The circuit, unfolded: every node that has a value is an entry; pass-throughs are looked through.
const file = JSON.parse(document.getElementById("circuit").textContent);
const definitions = file.definitions || {};
const MOST = 200000;
const nodes = [], index = new Map();

function unfold() {
  const todo = [[file, ""]];
  while (todo.length) {
    const [body, path] = todo.pop();
    for (const node of body.nodes) {
      if (nodes.length > MOST) throw new Error("the circuit is too large for this page");
      index.set(path + node.id, nodes.length);
      nodes.push({...node, path: path + node.id, top: path === "", sources: []});
      if (node.kind === "subcircuit") todo.push([definitions[node.of], path + node.id + "/"]);
    }
  }
  const bodies = [[file, ""]];
  while (bodies.length) {
    const [body, path] = bodies.pop();
    const kind = new Map(body.nodes.map((node) => [node.id, node]));
    for (const edge of body.edges) {
      // An edge out of an instance begins at its output, one into it ends at its input.
      const from = path + edge.from + (edge.from_port === undefined ? "" : "/" + edge.from_port);
      const to = path + edge.to + (edge.to_port === undefined ? "" : "/" + edge.to_port);
      nodes[index.get(to)].sources.push({
        node: index.get(from), inhibitory: edge.kind === "inhibitory", count: edge.count ?? 1, weight: edge.weight ?? 1,
      });
    }
    for (const node of kind.values())
      if (node.kind === "subcircuit") bodies.push([definitions[node.of], path + node.id + "/"]);
  }
}

const isGate = (node) => node.kind === "neuron" || node.kind === "tlu";
const settled = (file.timing ?? "settled") === "settled";

function fire(node, values) {
  if (node.kind === "tlu") {
    let total = 0;
    for (const source of node.sources) total = total + source.weight * values[source.node];
    total = total + (node.bias ?? 0);
    return (node.step ?? "heaviside") === "heaviside" ? Number(total >= 0) : Number(total > 0) - Number(total < 0);
  }
  let excitation = 0, inhibition = 0;
  for (const source of node.sources)
    if (values[source.node] > 0) source.inhibitory ? (inhibition += source.count) : (excitation += source.count);
  const threshold = node.threshold ?? 2;
  return node.inhibition === "relative"
    ? Number(excitation - inhibition >= threshold)
    : Number(inhibition === 0 && excitation >= threshold);
}

// What settles within a tick, each after what it reads; what remembers is read from `state`.
const keeps = (node) => node.kind === "delay" || (!settled && isGate(node));
let order = [];

function sortNodes() {
  const waiting = nodes.map((node) => (keeps(node) ? 0 : node.sources.length));
  const readers = nodes.map(() => []);
  nodes.forEach((node, k) => node.sources.forEach((source) => readers[source.node].push(k)));
  order = [];
  nodes.forEach((node, k) => { if (!waiting[k]) order.push(k); });
  for (let at = 0; at < order.length; at++)
    for (const reader of readers[order[at]])
      if (!keeps(nodes[reader]) && --waiting[reader] === 0) order.push(reader);
  if (order.length < nodes.length) {
    const stuck = nodes.filter((node, k) => waiting[k] > 0).slice(0, 5).map((node) => node.path);
    throw new Error("a loop without a delay, through " + stuck.join(", "));
  }
}

let tick = 0, state = [], given = new Map(), values = [];

function reset() {
  tick = 0;
  state = nodes.map((node) => (node.kind === "delay" ? node.initial ?? 0 : 0));
  given = new Map();
  look();
}

function inputValue(node) {
  if (!node.top) return node.sources.length ? values[node.sources[0].node] : 0;
  if (given.has(node.id)) return given.get(node.id);
  if (!node.drive) return 0;
  const {pattern, repeat} = node.drive;
  return Number((repeat ? pattern[tick % pattern.length] : pattern[tick] ?? "0") === "1");
}

function valueOf(node, k) {
  if (keeps(node)) return state[k];
  if (node.kind === "input") return inputValue(node);
  if (node.kind === "bias") return 1;
  if (isGate(node)) return fire(node, values);
  return node.sources.length ? values[node.sources[0].node] : 0;
}

function look() {
  values = nodes.map(() => 0);
  for (const k of order) values[k] = valueOf(nodes[k], k);
  show();
}

function step() {
  state = nodes.map((node, k) => {
    if (!keeps(node)) return 0;
    if (node.kind === "delay") return node.sources.length ? values[node.sources[0].node] : 0;
    return fire(node, values);
  });
  tick += 1;
  look();
}

const svg = document.querySelector("svg.circuit");
const groups = new Map([...svg.querySelectorAll("g.node")].map((group) => [group.dataset.id, group]));
const lines = [...svg.querySelectorAll("path.line[data-from]")];

function lit(id, port) {
  const at = index.get(port === undefined ? id : id + "/" + port);
  return values[at] > 0;
}

function show() {
  for (const node of file.nodes) {
    const group = groups.get(node.id);
    const on = node.kind === "subcircuit"
      ? definitions[node.of].nodes.some((inner) => inner.kind === "output" && lit(node.id, inner.id))
      : lit(node.id);
    group.classList.toggle("on", on);
    if (node.kind === "input") group.setAttribute("aria-pressed", String(on));
  }
  for (const line of lines) line.classList.toggle("on", lit(line.dataset.from, line.dataset.fromPort));
  document.getElementById("tick").textContent = String(tick);
  const rows = file.nodes.filter((node) => node.kind === "output").map((node) => {
    const row = document.createElement("tr");
    for (const text of [node.label ?? node.id, String(values[index.get(node.id)])]) {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
    }
    row.dataset.output = node.id;
    return row;
  });
  document.getElementById("outputs").replaceChildren(...rows);
}

function toggle(node) {
  if (node.domain === "real") {
    const text = window.prompt("Value of " + (node.label ?? node.id), String(inputValue({...node, top: true})));
    if (text === null || text.trim() === "" || !Number.isFinite(Number(text))) return;
    given.set(node.id, Number(text));
  } else {
    given.set(node.id, 1 - inputValue({...node, top: true}));
  }
  look();
}

try {
  unfold();
  sortNodes();
  for (const node of file.nodes.filter((node) => node.kind === "input")) {
    const group = groups.get(node.id);
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "0");
    group.setAttribute("aria-label", node.label ?? node.id);
    group.addEventListener("click", () => toggle(node));
    group.addEventListener("keydown", (event) => {
      if (event.key === " " || event.key === "Enter") { event.preventDefault(); toggle(node); }
    });
  }
  document.getElementById("step").addEventListener("click", step);
  document.getElementById("reset").addEventListener("click", reset);
  reset();
} catch (problem) {
  document.getElementById("problem").textContent = problem.message;
}
