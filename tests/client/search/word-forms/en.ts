/** English: plurals, verb forms, and a few endings more. */
export const same = `
game games
story stories storys story's
play plays played playing player players
baby babies baby's
family families
activity activities
teacher teachers teach teaches teaching teacher's
move moves moved moving mover movers
carry carries carried
feeling feelings feel feels
kind kindness
happy happiness
develop develops developed developing development developments
dress dresses
class classes
watch watches watched watching
run runs running
song songs
child childs child's child’s
café cafe
shape shapes shaped
`;
export const different = `
song sing
story store
need net
press present
10 100
`;
