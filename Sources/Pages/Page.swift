/// One page of the wiki.
package struct Page: Sendable {}
