// What a peer of the matrix cannot do, found out by trying: {peer, profile, shows, because}. The peer must fail there, and `shows`
// must be in what it says; when it signs in after all, this list is out of date and the matrix fails.
export const KNOWN = [
];
