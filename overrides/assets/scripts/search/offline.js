// The finder of a copy that is opened from a disk; bundled as a classic script beside its tables.
import { Finder } from "./find.js";
import { openTable } from "./table.js";

window.handbookFinder = (language) => new Finder(openTable(window.handbookIndexes[language]));
