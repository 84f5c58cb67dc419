; The program tells Windows at each start that it opens redeem links (main/shell/linkHandling.ts). What it wrote goes with
; it; an update, which runs the old uninstaller too, and another copy of the program keep theirs.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ReadRegStr $0 HKCU "Software\Classes\amc-access\shell\open\command" ""
    StrLen $1 '"$INSTDIR\'
    StrCpy $2 $0 $1
    ${if} $2 == '"$INSTDIR\'
      DeleteRegKey HKCU "Software\Classes\amc-access"
    ${endIf}
  ${endIf}
!macroend
