/** What an instance of the ledger keeps on disk, and how other commands find a running one. */
package io.newsledger.app.instance;
