/**
 * What a conformance suite is made of: cases, verdicts, findings, transcripts, plans and baselines.
 * Knows no protocol and no test framework.
 */
package se.genrep.model;
