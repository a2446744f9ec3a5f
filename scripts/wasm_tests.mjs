// Runs the tests of the core in Pyodide: node scripts/wasm_tests.mjs HOME [words for pytest]
// HOME has the npm package in node_modules, and the installed wheels in site.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [home, ...words] = process.argv.slice(2);
const entry = resolve(home, "node_modules/pyodide/pyodide.mjs");
const { loadPyodide } = await import(pathToFileURL(entry).href);
const pyodide = await loadPyodide({ env: { PYTHONDONTWRITEBYTECODE: "1" } });

for (const [place, folder] of Object.entries({ "/site": resolve(home, "site"), "/project": process.cwd() })) {
    pyodide.FS.mkdirTree(place);
    pyodide.mountNodeFS(place, folder);
}
pyodide.globals.set("words", pyodide.toPy(words));
const status = await pyodide.runPythonAsync(`
import os, sys
sys.path.insert(0, "/site")
os.chdir("/project")
import pytest
int(pytest.main(["-m", "core", "-p", "no:cacheprovider", *words]))
`);
process.exit(status);
