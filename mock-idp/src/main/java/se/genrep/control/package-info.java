/** Control of exchanges: what the mock does for one browser, and the record of what happened. */
package se.genrep.control;
