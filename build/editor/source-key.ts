/** Under which a form keeps the file that it was filled from; no field of ours has such a name. */
export const sourceKey = '$source';
