// Where no document is there is nothing to define: the tag that a server writes becomes the element in the browser.

export {};
