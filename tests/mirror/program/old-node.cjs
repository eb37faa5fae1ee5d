// Loaded before a program: it takes this Node for an older one.
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.env.FAKED_NODE } });
