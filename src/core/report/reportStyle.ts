/** How a report looks, on a screen (light and dark) and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --line: #d0d0d0; --muted: #5f6b7a; --bar: #2f6fb5; --warning: #8a5a00; --error: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --line: #444; --muted: #a5adb8; --bar: #6ea8e6; --warning: #e0b050; --error: #ff8a80; } }
body { font: 14px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 960px; padding: 0 16px; }
h1 { font-size: 1.7em; margin: 0 0 .2em; } h2 { font-size: 1.3em; margin: 1.6em 0 .4em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05em; margin: 1.2em 0 .3em; }
.muted { color: var(--muted); }
dl { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: .4em 0; } dt { color: var(--muted); font-size: 12px; } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
th, td { text-align: left; padding: 2px 10px 2px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.chart { width: 100%; height: auto; display: block; } .spark { width: 120px; height: 18px; } .box { width: 360px; height: 18px; }
svg rect { fill: var(--bar); } svg line { stroke: var(--line); } .spark line { stroke: var(--error); stroke-width: 1.5; }
.box line { stroke: var(--muted); stroke-dasharray: 2 2; } .box .median { fill: var(--error); }
svg text { fill: var(--muted); font-size: 12px; }
.axis { display: flex; justify-content: space-between; margin: 0 0 0 74px; color: var(--muted); font-size: 12px; }
.error { color: var(--error); } .warning { color: var(--warning); }
ul { margin: .3em 0; padding-left: 1.3em; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; } .wide { overflow: visible; } a { color: inherit; } }
`;
