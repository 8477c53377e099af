/** Runs cases against a system: plans, controls, verdicts, baselines. Knows no protocol. */
package se.genrep.run;
