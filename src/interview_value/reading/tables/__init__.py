"""Tables of invitations: delimited text and workbooks."""
