// The public site works without any of this; each module makes one thing quicker.
import { enhanceAttendance } from "./attendance.js";
import { enhanceCopyButtons } from "./copy-link.js";
import { enhanceDisclosures } from "./disclosure.js";
import { enhancePackProgress } from "./pack-progress.js";
import { enhancePrinting } from "./print.js";
import { enhanceRecord } from "./record.js";
import { enhanceResults } from "./result-clicks.js";
import { enhanceSuggestions } from "./suggestions.js";
import { enhanceTerms } from "./terms.js";
import { enhanceTextSize } from "./text-size.js";

enhanceAttendance();
enhanceCopyButtons();
enhanceDisclosures();
enhancePackProgress();
enhancePrinting();
enhanceRecord();
enhanceResults();
enhanceSuggestions();
enhanceTerms();
enhanceTextSize();
