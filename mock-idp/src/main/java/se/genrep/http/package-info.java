/**
 * The mock federation on the web: one route table, one small endpoint per address, the pages, and
 * the state that travels sealed in the browser.
 */
package se.genrep.http;
