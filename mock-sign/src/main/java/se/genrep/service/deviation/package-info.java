/** Ways in which a sign response, or a sign request, is wrong: one file for each part of it. */
package se.genrep.service.deviation;
